/** Everything that `verify` takes, and how it says what became of it. */
import { deflateSync } from 'node:zlib'
import { qrPng } from '@tiemchung/certificates/qr'
import { concatBytes, utf8 } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { runProgram } from '../program.js'
import { run } from '../run.js'
import { type FakeIo, fakeIo, now, startCountry, trustListOf } from '../test-kit.js'

const files: Record<string, Uint8Array | string> = {}
const lists = ['--trust', 'trust.json', '--anchor', 'VN=csca.der', '--lang', 'en']
let good = ''

/** A stream of a PDF, which is all that an attachment is to us. */
const streamOf = (dictionary: string, content: Uint8Array) =>
  concatBytes(
    utf8(`1 0 obj\n<< ${dictionary} >>\nstream\r\n`),
    content,
    utf8('\nendstream\nendobj\n'),
  )
const pdfOf = (...parts: readonly Uint8Array[]) => concatBytes(utf8('%PDF-1.7\n'), ...parts)

beforeAll(async () => {
  const { anchor, issuing } = await startCountry()
  good = await issuing.issue(now)
  const picture = qrPng(good)
  Object.assign(files, {
    'trust.json': trustListOf([issuing.certificate]),
    'csca.der': anchor,
    'scans/a.png': picture,
    'scans/b.txt': good,
    'scans/.hidden.txt': 'HC1:NO',
    'scans/deep/c.txt': `${good}\n${good}`,
    'scans/deep/d.bin': pdfOf(streamOf('/Type /EmbeddedFile', utf8(good))),
    'packed.pdf': pdfOf(
      streamOf('/Filter /DCTDecode', utf8('HC1:NOT THIS ONE')),
      streamOf('/Filter [/FlateDecode]', deflateSync(utf8(`${good}\n`))),
    ),
    'bomb.pdf': pdfOf(streamOf('/Filter /FlateDecode', deflateSync(new Uint8Array(9_000_000)))),
    'drawn.pdf': pdfOf(),
    'advert.png': qrPng('HTTPS://EXAMPLE.VN'),
    'lines.ndjson': [
      JSON.stringify({ text: good, id: 'A-1' }),
      '{"text": 5}',
      '{not json',
      JSON.stringify({ text: 'HC1:NOTHING', id: 7 }),
    ].join('\n'),
  })
})

async function verified(inputs: readonly string[], options: readonly string[] = [], io?: FakeIo) {
  const used = io ?? fakeIo(files)
  const code = await run(['verify', ...inputs, ...lists, ...options], used)
  return { code, out: used.output, talk: used.talk, programs: used.programs }
}

interface Result {
  readonly verdict: string
  readonly id?: string
  readonly from: object
  readonly error?: { readonly code: string; readonly todo: string }
  readonly scan?: { readonly reason: string; readonly todo: string }
  readonly checks?: readonly { readonly reason?: string; readonly todo?: string }[]
}

async function results(inputs: readonly string[], options: readonly string[] = [], io?: FakeIo) {
  const found = await verified(inputs, ['--ndjson', ...options], io)
  return { ...found, results: found.out.map((line) => JSON.parse(line) as Result) }
}

describe('verify, what it takes', () => {
  it.each([
    ['*', 'scans/*', [1, 2]],
    ['? and a kind', 'scans/?.txt', [1]],
    ['**', 'scans/**/*.txt', [1, 2, 2]],
    ['** alone', 'scans/**', [1, 2, 3, 3, 4]],
    ['a folder that is a pattern', '*/deep/*.bin', [1]],
  ])('takes %s', async (_, pattern, numbers) => {
    const found = await results([pattern])
    expect(found.code).toBe(0)
    expect(found.results.map(({ from }) => (from as { file?: number }).file)).toEqual(numbers)
  })

  it('reads backslashes as Windows does, and only there', async () => {
    const windows = { ...fakeIo(files), windows: true }
    expect((await verified(['scans\\*.txt'], [], windows)).code).toBe(0)
    expect((await verified(['scans\\*.txt'])).code).toBe(65)
  })

  it('says that nothing matches a pattern, and goes on', async () => {
    const found = await verified(['*.gif', 'scans/b.txt'])
    expect(found.code).toBe(65)
    expect(found.out).toEqual(['1 valid (input 2, line 1)'])
    expect(found.talk[0]).toContain('[cli.no-match input 1]')
  })

  it('reads a picture by its content, whatever it is called', async () => {
    const found = await verified(
      ['photo.txt'],
      [],
      fakeIo({ ...files, 'photo.txt': files['scans/a.png'] ?? '' }),
    )
    expect(found).toMatchObject({ code: 0, out: ['1 valid (input 1, code 1)'] })
  })

  it('reads a picture from standard input', async () => {
    const io = fakeIo(files)
    const found = await verified([], [], { ...io, stdin: () => io.open('scans/a.png') })
    expect(found).toMatchObject({ code: 0, out: ['1 valid'] })
  })

  it('takes what is attached to a PDF, packed or not, without any other program', async () => {
    for (const file of ['packed.pdf', 'scans/deep/d.bin']) {
      expect(await verified([file])).toMatchObject({ code: 0, programs: [] })
    }
  })

  it('says how to read a PDF whose pages have to be drawn, where nothing can draw them', async () => {
    for (const file of ['drawn.pdf', 'bomb.pdf']) {
      const found = await results([file])
      expect(found.code).toBe(65)
      expect(found.programs).toEqual(['pdftoppm -png -gray -r 200 -l 50 -'])
      expect(found.results[0]?.error).toMatchObject({ code: 'cli.no-pdftoppm' })
      expect(found.results[0]?.error?.todo).toContain('poppler')
    }
  })

  it('reads the pictures of pages, one behind the other', async () => {
    const picture = files['scans/a.png'] as Uint8Array
    const pages = concatBytes(files['advert.png'] as Uint8Array, picture, picture)
    const io = { ...fakeIo(files), runProgram: () => Promise.resolve(pages) }
    const found = await results(['drawn.pdf'], [], io)
    expect(found.results.map(({ from }) => from)).toEqual([
      { argument: 1, page: 2, code: 1 },
      { argument: 1, page: 3, code: 1 },
    ])
  })

  it('says that a PDF is damaged when the program fails on it', async () => {
    const io = { ...fakeIo(files), runProgram: () => Promise.reject(new Error('EPROGRAM')) }
    expect((await results(['drawn.pdf'], [], io)).results[0]?.error?.code).toBe('cli.pdf')
  })

  it('says that a picture holds no certificate', async () => {
    expect((await results(['advert.png'])).results[0]?.error?.code).toBe('cli.no-code')
  })

  it('reads NDJSON, gives back each id, and goes on after a line that is none', async () => {
    const found = await results(['lines.ndjson'])
    expect(found.code).toBe(65)
    expect(found.results.map(({ verdict, id }) => [verdict, id])).toEqual([
      ['valid', 'A-1'],
      ['unreadable', undefined],
      ['unreadable', undefined],
      ['invalid', '7'],
    ])
    expect(found.talk.slice(0, 2).join()).toMatch(
      /cli.ndjson input 1 line 2.*cli.ndjson input 1 line 3/,
    )
  })

  it('knows no program that is not installed', async () => {
    expect(await runProgram('tiemchung-nowhere', [], new Uint8Array())).toBeUndefined()
  })
})

describe('verify, a scan that is none', () => {
  it.each([
    ['Telex', 'HC1:6BFÂXN4', 'typed-through-input-method'],
    ['the Vietnamese keyboard', 'HCă:6BFOXN4', 'typed-through-input-method'],
    ['Caps Lock', 'hc1:6bfoxn*ts0bi', 'caps-lock'],
    ['a card', '001316000017||Lê Thị Thử|01052016|Nữ|Xã Hai|10012022', 'citizen-card'],
    [
      'a card typed by Telex',
      '001316000017||Lê Thị́ Thử|01052016|Nữ|Xã Hai|10012022',
      'typed-through-input-method',
    ],
  ])('says what it was: %s', async (_, text, reason) => {
    const io = fakeIo(files, `${text}\r\n`)
    const typed = await results([], [], io)
    expect(typed.code).toBe(1)
    expect(typed.results[0]?.scan?.reason).toBe(reason)
    const given = await verified([text])
    expect(given.out[1]).toContain(`[${reason}]`)
    expect([...given.out, ...given.talk].join()).not.toMatch(/Thử|HC1:[^)]|6bfoxn/)
  })

  it('says what to do in Vietnamese', async () => {
    const io = fakeIo(files)
    await run(['verify', 'HC1:6BFÂXN4', '--trust', 'trust.json'], io)
    expect(io.output[1]).toContain('Tắt bộ gõ tiếng Việt rồi quét lại.')
  })
})

describe('verify, how it answers', () => {
  it('is 2 without any key, and says how to get one', async () => {
    const io = fakeIo(files)
    expect(await run(['verify', good, '--lang', 'en'], io)).toBe(2)
    expect(io.output.join()).toMatch(/No public key of Viet Nam ships.*tiemchung trust pin/)
  })

  it('prints one document, also of nothing that could be read', async () => {
    const found = await verified(['scans/**', 'lines.ndjson'], ['--json'])
    const document = JSON.parse(found.out.join('\n')) as { results: unknown[]; summary: object }
    expect(document.results).toHaveLength(9)
    expect(document.summary).toEqual({
      ...{ texts: 9, valid: 6, invalid: 1, indeterminate: 0, unreadable: 2, exitCode: 65 },
    })
    const none = await verified(['nowhere.txt'], ['--json'])
    expect(JSON.parse(none.out.join('\n'))).toMatchObject({ summary: { exitCode: 65 } })
  })

  it('ends each reason with what to do', async () => {
    const [first] = (await results(['HC1:NOTHING'])).results
    const failed = first?.checks?.filter(({ reason }) => reason !== undefined) ?? []
    expect(failed.length).toBeGreaterThan(0)
    for (const { todo } of failed) expect(todo).toMatch(/\.$/)
  })

  it('prints nothing at all with --quiet', async () => {
    const found = await verified(['scans/**', 'lines.ndjson', 'nowhere'], ['--quiet'])
    expect(found).toMatchObject({ code: 65, out: [], talk: [] })
  })

  it('names files only when it is asked to', async () => {
    expect((await verified(['scans/b.txt'])).out.join()).not.toContain('scans')
    expect((await verified(['scans/b.txt'], ['--names'])).out).toEqual([
      '1 valid (scans/b.txt, line 1)',
    ])
    const { results: named } = await results(['scans/*.txt'], ['--names'])
    expect(named[0]?.from).toEqual({ argument: 1, file: 1, line: 1, name: 'scans/b.txt' })
  })

  it('colours the word, and keeps it', async () => {
    const io = { ...fakeIo(files), terminal: { colour: true } }
    const found = await verified([good, 'HC1:NOTHING'], [], io)
    expect(found.out[0]).toBe('1 \u001B[32mvalid\u001B[0m')
    expect(found.out[1]).toBe('2 \u001B[31minvalid\u001B[0m')
  })

  it('shows how far it is, and takes it away before it says anything else', async () => {
    const [shown, io] = [[] as string[], fakeIo(files)]
    let time = now.getTime()
    const clock = { now: () => new Date((time += 200)) }
    const progress = (line: string) => shown.push(line)
    const out = (text: string) => shown.push(`out ${text.slice(0, 1)}`)
    const seen = { ...io, clock, out, terminal: { colour: false, progress } }
    expect((await verified(['scans/**'], [], seen as FakeIo)).code).toBe(0)
    expect(shown.filter((line) => line.includes('/4')).length).toBeGreaterThan(1)
    expect(
      shown.filter((line, index) => line.startsWith('out') && shown[index - 1]?.includes('/4')),
    ).toEqual([])
    expect(shown.at(-1)).toBe('')
  })

  it.each([
    ['strict', 2],
    ['tolerant', 0],
  ])('judges by the profile %s', async (profile, code) => {
    expect((await verified([good], ['--profile', profile])).code).toBe(code)
  })

  it('takes a list no longer than --max-age allows', async () => {
    expect((await verified([good], ['--max-age', '3h'])).code).toBe(0)
    const found = await verified([good], ['--max-age', '2h'])
    expect(found).toMatchObject({ code: 2 })
    expect(found.talk[0]).toContain('--max-age. [trust-list.freshness too-old]')
  })
})
