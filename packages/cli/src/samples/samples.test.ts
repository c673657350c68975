/** The samples, as a newcomer meets them, and as other programs read them. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../run.js'
import { runProgram } from '../program.js'
import { systemIo } from '../world.js'
import { sampleKinds } from './make-samples.js'

const folder = mkdtempSync(join(tmpdir(), 'tiemchung-samples-'))
const at = (name: string) => join(folder, 'made', 'here', name)
const said: string[] = []
const out: string[] = []
const io = {
  ...systemIo,
  out: (text: string) => out.push(text),
  say: (text: string) => said.push(text),
}

beforeAll(async () => {
  expect(await run(['samples', join(folder, 'made', 'here'), '--lang', 'en'], io)).toBe(0)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function verified(file: string, options: readonly string[] = []) {
  out.length = 0
  const lists = ['--trust', at('trust-list.json'), '--anchor', `VN=${at('csca.pem')}`]
  const more = ['--revocation', at('revocation-list.json'), '--ndjson', ...options]
  const code = await run(['verify', file, ...lists, ...more], io)
  const found = JSON.parse(out[0] ?? '') as {
    readonly from: object
    readonly checks?: readonly { readonly status: string; readonly reason: string }[]
  }
  return {
    code,
    from: found.from,
    why: found.checks?.find(({ status }) => status === 'failed')?.reason,
  }
}

const isThere = (program: string) =>
  runProgram(program, ['-v'], new Uint8Array()).catch(() => 'it answers in its own way')
const needed = ['pdftoppm', 'pdfdetach', 'pdftotext'] as const
const missing: string[] = []
for (const program of needed) if ((await isThere(program)) === undefined) missing.push(program)
if (missing.length > 0) console.warn(`skipped: ${missing.join(', ')} not installed (poppler-utils)`)
const required = process.env['CI'] === 'true' || process.env['TIEMCHUNG_REQUIRE'] === 'all'
const withPoppler = it.skipIf(missing.length > 0 && !required)

const reasons = {
  valid: undefined,
  expired: 'expired',
  tampered: 'signature-does-not-hold',
  revoked: 'revoked',
  'unknown-issuer': 'unknown-key',
} as const

describe('samples', () => {
  const cases = sampleKinds.flatMap((kind) =>
    ['txt', 'png', 'pdf'].map((ending) => [`${kind}.${ending}`, kind] as const),
  )

  it.each(cases)('%s is what it is called', async (file, kind) => {
    const { code, why } = await verified(at(file))
    expect([code, why]).toEqual([kind === 'valid' ? 0 : 1, reasons[kind]])
  })

  it('leave no key behind, and say that they are tests', () => {
    const files = readdirSync(join(folder, 'made', 'here'))
    expect(files).toHaveLength(3 + sampleKinds.length * 3)
    for (const file of files) expect(readFileSync(at(file), 'latin1')).not.toContain('PRIVATE KEY')
    expect(said.join('\n')).toMatch(/TEST keys/)
  })

  it('say what to type next, and it works', async () => {
    const [line = ''] = said.filter((one) => one.includes('valid.png'))
    const args = [...line.matchAll(/(?:[^\s"]|"(?:[^"]*)")+/g)].map(([word]) =>
      word.replaceAll('"', ''),
    )
    expect(await run(args.slice(1), io)).toBe(0)
  })

  it('are refused a place that is a file', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await run(['samples', join(folder, 'file')], io)).toBe(64)
  })

  withPoppler('are PDFs that other programs read: title, attachment and picture', async () => {
    const seen = (program: string, ...args: string[]) =>
      execFileSync(program, args, {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
    expect(seen('pdftotext', at('valid.pdf'), '-')).toContain('TEST: valid')
    seen('pdfdetach', '-save', '1', '-o', 'detached.txt', at('valid.pdf'))
    const text = readFileSync(at('valid.txt'), 'utf8').trim()
    expect(readFileSync(join(folder, 'detached.txt'), 'utf8')).toBe(text)
    // Without its attachment it is a page as a scanner makes it.
    const bare = readFileSync(at('valid.pdf'), 'latin1').replace(text, 'x'.repeat(text.length))
    writeFileSync(join(folder, 'bare.pdf'), bare, 'latin1')
    expect(await verified(join(folder, 'bare.pdf'))).toEqual({
      ...{ code: 0, from: { argument: 1, page: 1, code: 1 }, why: undefined },
    })
  })

  withPoppler('end with a sentence for a PDF that is none', async () => {
    writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\nnothing')
    expect(await run(['verify', join(folder, 'broken.pdf'), '--lang', 'en'], io)).toBe(65)
    expect(said.at(-1)).toContain('[cli.pdf input 1')
  })
})
