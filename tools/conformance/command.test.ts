import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conformance } from './command.js'
import { suites } from './suites.js'

let empty: string
let small: string

beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), 'empty-'))
  small = mkdtempSync(join(tmpdir(), 'small-'))
  mkdirSync(join(small, 'base45'))
  const encode = [{ id: 'ab', utf8: 'AB', base45: 'BB8' }]
  const reject = [{ id: 'lower', base45: 'bb8' }]
  writeFileSync(join(small, 'base45', 'vectors.json'), JSON.stringify({ encode, reject }))
})
afterAll(() => [empty, small].forEach((folder) => rmSync(folder, { recursive: true })))

async function ask(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const lines: string[] = []
  const complaints: string[] = []
  const status = await conformance(args, environment, {
    line: (text) => lines.push(text),
    complaint: (text) => complaints.push(text),
  })
  return { status, lines, complaints }
}

describe('conformance', () => {
  it('runs the suites that a folder has and says which it has not', async () => {
    const { status, lines, complaints } = await ask(['--vectors', small, '--json'])
    expect(status).toBe(0)
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        ...{ suite: 'base45', cases: 2, right: 2, wronglyAccepted: 0, wronglyRefused: 0 },
        ...{ crashed: 0, exceptions: 0, slowestMs: expect.any(Number) as number },
      },
    ])
    expect(complaints).toHaveLength(suites.length - 1)
    expect(complaints[0]).toBe(
      'boringssl-chains: skipped, nothing of boringssl-pki is in the vector folder',
    )
  })

  it('prints a heading and a row a suite, with the slowest case', async () => {
    const { lines } = await ask(['base45', '--vectors', small])
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^suite +cases +right +accepted +refused +crashed +excepted +slowest$/)
    expect(lines[1]).toMatch(/^base45 +2 +2 +0 +0 +0 +0 +[\d.]+ ms {2}(?:ab|lower)$/)
  })

  it('names what a suite leaves out', async () => {
    const folder = join(small, 'cose-examples')
    mkdirSync(folder)
    const data = { input: {}, intermediates: {}, output: { cbor: '80' } }
    const cases = [1, 2].map((index) => ({
      id: `several ${index}`,
      kind: 'sign',
      fail: false,
      data,
    }))
    writeFileSync(join(folder, 'dev.json'), JSON.stringify({ cases }))
    const { lines } = await ask(['cose', '--vectors', small])
    rmSync(folder, { recursive: true })
    expect(lines[2]).toBe('  not judged: COSE_Sign (2)')
  })

  it.each([
    [
      'a suite that is not there',
      ['base46'],
      /^no suite called base46; there are: base45 boringssl-chains/,
    ],
    [
      'a crypto that is not there',
      ['--crypto', 'none'],
      /^no crypto called none; there are: system p/,
    ],
    [
      'a crypto with the name of a property',
      ['--crypto', 'constructor'],
      /^no crypto called const/,
    ],
    ['an option that is not there', ['--verbose'], /Unknown option '--verbose'/],
    ['a folder without a name', ['--vectors'], /argument missing/],
  ])('%s is a mistake of the asker', async (_, args, says) => {
    const { status, lines, complaints } = await ask(args)
    expect(status).toBe(64)
    expect(lines).toEqual([])
    expect(complaints[0]).toMatch(says)
  })

  it.each([
    ['an empty folder', () => empty],
    ['a folder that is not there', () => join(empty, 'nowhere')],
  ])('%s is skipped with a reason, or fails where all is required', async (_, folder) => {
    const skipped = await ask(['--vectors', folder()])
    expect(skipped.status).toBe(0)
    expect(skipped.complaints[0]).toMatch(/skipped/)
    for (const environment of [{ CI: 'true' }, { TIEMCHUNG_REQUIRE: 'all' }]) {
      expect((await ask(['--vectors', folder()], environment)).status).toBe(1)
    }
  })

  it('fails on a wrong case, and names it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wrong-'))
    mkdirSync(join(folder, 'base45'))
    const encode = [{ id: 'wrong', utf8: 'AB', base45: 'BB9' }]
    writeFileSync(join(folder, 'base45', 'vectors.json'), JSON.stringify({ encode }))
    const { status, complaints } = await ask(['base45', '--vectors', folder])
    rmSync(folder, { recursive: true })
    expect(status).toBe(1)
    expect(complaints).toEqual(['  base45: wrong: wrongly-refused'])
  })
})
