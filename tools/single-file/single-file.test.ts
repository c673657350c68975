/** The one file, alone in a folder that holds nothing else. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { singleFile } from '../single-file.js'
import { projectRoot } from '../tree.js'

const folder = mkdtempSync(join(tmpdir(), 'tiemchung-single-'))
const alone = join(folder, 'alone')
const lists = [
  ...['--trust', 's/trust-list.json', '--anchor', 'VN=s/csca.pem'],
  ...['--revocation', 's/revocation-list.json', '--lang', 'en'],
]

function runs(args: readonly string[], input = '') {
  const env = { PATH: '', XDG_STATE_HOME: join(folder, 'state'), APPDATA: join(folder, 'state') }
  const node = [join(alone, 'tiemchung.mjs'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, node, {
    cwd: alone,
    env,
    input,
    encoding: 'utf8',
  })
  return { status, out: stdout, said: stderr }
}

beforeAll(async () => {
  const path = await singleFile(projectRoot(), join(folder, 'built'))
  mkdirSync(alone)
  copyFileSync(path, join(alone, 'tiemchung.mjs'))
  expect(runs(['samples', 's'])).toMatchObject({ status: 0 })
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('tiemchung.mjs', () => {
  it('has its SHA-256 beside it, as sha256sum reads it', () => {
    const bytes = readFileSync(join(folder, 'built', 'tiemchung.mjs'))
    const hash = createHash('sha256').update(bytes).digest('hex')
    expect(readFileSync(join(folder, 'built', 'tiemchung.mjs.sha256'), 'utf8')).toBe(
      `${hash}  tiemchung.mjs\n`,
    )
  })

  it('is one file, and names whose work is inside', () => {
    expect(readdirSync(alone).sort()).toEqual(['s', 'tiemchung.mjs'])
    const text = readFileSync(join(alone, 'tiemchung.mjs'), 'utf8')
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/)
    for (const name of ['commander', 'fflate', 'zxing-wasm', 'zod']) {
      expect(text).toMatch(new RegExp(` \\* ${name} \\d[^ ]* \\(.+\\)`))
    }
    expect(text).not.toContain(projectRoot())
  })

  it.each([
    ['a text', 's/valid.txt', 0],
    ['a picture, by the decoder inside', 's/valid.png', 0],
    ['what is attached to a PDF', 's/valid.pdf', 0],
    ['all kinds of them', 's/*.png', 1],
  ])('verifies %s', (_, file, status) => {
    expect(runs(['verify', file, ...lists])).toMatchObject({ status })
  })

  it('verifies what is typed, and says who is missing', () => {
    const code = readFileSync(join(alone, 's', 'valid.txt'), 'utf8')
    expect(runs(['verify', ...lists], code)).toMatchObject({
      status: 0,
      out: '1 valid\n',
      said: '',
    })
    const unknown = runs(['verify', '--lang', 'en'], code)
    expect(unknown.status).toBe(2)
    expect(unknown.out).toContain('tiemchung trust pin')
  })

  it.each([
    ['--version', ['--version'], 0, /^\d/],
    ['--help', ['--help'], 0, /tiemchung/],
    ['x509', ['x509', 'show', 's/csca.pem'], 0, /TEST CSCA/],
    ['eligible', ['eligible', '--birth', '2016-03-01', '--on', '2022-05-20'], 1, /./],
    ['list', ['list', 'people.csv', '--lang', 'en'], 65, /./],
    ['trust', ['trust', 'pin', 's/csca.pem'], 2, /^--sha256 sha256:[0-9a-f]{64}/],
    ['trust show', ['trust', 'show', '--json'], 2, /publishers/],
  ] as const)('has %s as well', (_, args, status, says) => {
    writeFileSync(join(alone, 'people.csv'), 'STT,Họ và tên\n1,Nguyễn Văn Mẫu\n')
    const found = runs(args)
    rmSync(join(alone, 'people.csv'))
    expect(found.said).not.toMatch(/\n\s+at |internal error|lỗi bên trong/)
    expect([found.status, found.out + found.said]).toEqual([status, expect.stringMatching(says)])
  })

  it('says how to read a PDF whose pages nothing here can draw', () => {
    const pdf = readFileSync(join(alone, 's', 'valid.pdf'), 'latin1').replace('HC1:', 'XXX:')
    writeFileSync(join(folder, 'page.pdf'), pdf, 'latin1')
    const found = runs(['verify', join(folder, 'page.pdf'), ...lists])
    expect(found).toMatchObject({ status: 65 })
    expect(found.said).toMatch(/poppler.*\[cli.no-pdftoppm/s)
  })
})
