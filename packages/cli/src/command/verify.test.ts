import { toPem } from '@tiemchung/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { run } from '../run.js'
import { fakeIo, now, revocationListOf, startCountry, traces, trustListOf } from '../test-kit.js'

const files: Record<string, Uint8Array | string> = {}
const texts: Record<'good' | 'second' | 'revoked' | 'stranger' | 'altered', string> = {
  good: '',
  second: '',
  revoked: '',
  stranger: '',
  altered: '',
}

beforeAll(async () => {
  const { anchor, issuing } = await startCountry()
  const elsewhere = await startCountry()
  texts.good = await issuing.issue(now)
  texts.second = await issuing.issue(now)
  texts.revoked = await issuing.issue(now)
  texts.stranger = await elsewhere.issuing.issue(now)
  texts.altered = `${texts.good.slice(0, -6)}AAAAAA`
  files['trust.json'] = trustListOf([issuing.certificate])
  files['csca.der'] = anchor
  files['csca.pem'] = toPem(anchor, 'CERTIFICATE')
  files['revoked.json'] = await revocationListOf([texts.revoked])
  files['stale.json'] = await revocationListOf([], '2022-05-20T00:00:00Z')
  files['two.txt'] = `${texts.good}\r\n\n${texts.second}\n`
  files['mixed.txt'] = [texts.good, texts.stranger, texts.revoked].join('\n')
  files['sequence.der'] = Uint8Array.of(0x30, 0x03, 0x02, 0x01, 0x01)
  files['not.json'] = `{"name": "${'x'.repeat(20)}`
})

const lists = [
  '--trust-list',
  'trust.json',
  '--anchor',
  'VN=csca.der',
  '--revocation',
  'revoked.json',
]

async function verdicts(inputs: readonly string[], options: readonly string[] = lists, stdin = '') {
  const io = fakeIo(files, stdin)
  const code = await run(['verify', ...inputs, ...options, '--ndjson'], io)
  const answers = io.output.map((line) => JSON.parse(line) as { verdict: string; input: number })
  return {
    code,
    verdicts: answers.map((one) => one.verdict),
    inputs: answers.map((one) => one.input),
  }
}

describe('verify', () => {
  it('is 0 when everything is proven', async () => {
    expect(await verdicts([texts.good])).toMatchObject({ code: 0, verdicts: ['valid'] })
  })

  it('takes a PEM anchor like a DER one', async () => {
    const options = lists.map((one) => one.replace('.der', '.pem'))
    expect(await verdicts([texts.good], options)).toMatchObject({ code: 0, verdicts: ['valid'] })
  })

  it('reads a file line by line, without its empty lines', async () => {
    expect(await verdicts(['two.txt'])).toEqual({
      code: 0,
      verdicts: ['valid', 'valid'],
      inputs: [1, 2],
    })
  })

  it.each([
    ['when there is no input', []],
    ['for -', ['-']],
  ])('reads standard input %s', async (_, inputs) => {
    expect(await verdicts(inputs, lists, `${texts.good}\n`)).toMatchObject({
      code: 0,
      verdicts: ['valid'],
    })
  })

  it('is 1 for a revoked certificate, an unknown signer, an altered text, and a text that is none', async () => {
    for (const text of [texts.revoked, texts.stranger, texts.altered, 'HC1:nothing']) {
      expect(await verdicts([text])).toMatchObject({ code: 1, verdicts: ['invalid'] })
    }
  })

  it('is 2 when the revocation list is too old to say', async () => {
    const stale = lists.map((one) => (one === 'revoked.json' ? 'stale.json' : one))
    expect(await verdicts([texts.good], stale)).toMatchObject({
      code: 2,
      verdicts: ['indeterminate'],
    })
    expect(await verdicts(['mixed.txt'], stale)).toEqual({
      code: 1,
      verdicts: ['indeterminate', 'invalid', 'indeterminate'],
      inputs: [1, 2, 3],
    })
  })

  it('is as bad as the worst of a batch', async () => {
    expect(await verdicts(['mixed.txt'])).toMatchObject({
      code: 1,
      verdicts: ['valid', 'invalid', 'invalid'],
    })
  })

  it('judges at the instant of --at', async () => {
    const later = [...lists, '--at', '2024-12-01T00:00:00Z']
    expect((await verdicts([texts.good], later)).code).not.toBe(0)
  })

  it('says once that no revocation list was asked, when a certificate is valid', async () => {
    const io = fakeIo(files)
    const without = lists.slice(0, lists.indexOf('--revocation'))
    expect(await run(['verify', 'two.txt', ...without, '--lang', 'en'], io)).toBe(0)
    const said = io.talk.filter((line) => line.startsWith('There is no revocation list'))
    expect(said).toHaveLength(1)
    const listed = fakeIo(files)
    await run(['verify', 'two.txt', ...lists, '--lang', 'en'], listed)
    expect(listed.talk).toEqual(['Total 2: 2 valid'])
  })

  it('goes on after an input that cannot be read, and counts it', async () => {
    const io = fakeIo(files)
    const inputs = ['two.txt', 'nowhere.txt', texts.revoked]
    expect(await run(['verify', ...inputs, ...lists, '--lang', 'en'], io)).toBe(65)
    expect(io.output.filter((line) => !line.startsWith(' '))).toEqual([
      '1 valid (input 1, line 1)',
      '2 valid (input 1, line 2)',
      '3 invalid',
    ])
    expect(io.talk).toEqual([
      'The file cannot be read. Check the path and the permissions. [cli.file input 2 ENOENT]',
      'Total 4: 2 valid, 1 invalid, 1 unreadable',
    ])
  })

  it.each([
    ['nothing', ''],
    ['empty lines', '\r\n\n\r'],
    ['a byte-order mark', '\uFEFF'],
  ])('is 65 and never 0 for an input of %s', async (_, stdin) => {
    const io = fakeIo(files, stdin)
    expect(await run(['verify', ...lists], io)).toBe(65)
    expect(io.talk.join()).toContain('[cli.empty input 1]')
  })

  it('is 65 for a text in another encoding, as a redirect of an old PowerShell writes it', async () => {
    const utf16 = Uint8Array.from(Buffer.from(`\uFEFF${texts.good}\r\n`, 'utf16le'))
    const io = fakeIo({ ...files, 'utf16.txt': utf16 })
    expect(await run(['verify', 'utf16.txt', ...lists], io)).toBe(65)
    expect(io.talk.join()).toContain('[cli.not-utf8 input 1]')
  })

  it.each([
    ['a byte-order mark', () => `\uFEFF${texts.good}\n`],
    ['line ends of Windows', () => `${texts.good}\r\n\r\n`],
    ['line ends of old Macs', () => `${texts.good}\r`],
    ['no line end', () => texts.good],
  ])('reads a code with %s', async (_, stdin) => {
    expect(await verdicts([], lists, stdin())).toEqual({
      code: 0,
      verdicts: ['valid'],
      inputs: [1],
    })
  })

  it('reads lists with a byte-order mark, and an authority amid its printed form', async () => {
    const marked = {
      'trust.json': `\uFEFF${String(files['trust.json'])}`,
      'revoked.json': `\uFEFF${String(files['revoked.json'])}`,
      'csca.der': `Certificate:\n  Data:\n${String(files['csca.pem'])}`,
    }
    const io = fakeIo({ ...files, ...marked })
    expect(await run(['verify', texts.good, ...lists], io)).toBe(0)
  })

  it('refuses a line without end, and reads on behind it', async () => {
    const endless = `HC1:${'A'.repeat(300_000)}\n${texts.good}\n`
    expect(await verdicts([], lists, endless)).toMatchObject({
      code: 1,
      verdicts: ['invalid', 'valid'],
    })
  })

  it('answers each line before it reads on', async () => {
    const io = fakeIo(files)
    const answered: number[] = []
    const stdin = async function* () {
      for (let line = 0; line < 3; line += 1) {
        answered.push(io.output.length)
        yield await Promise.resolve(new TextEncoder().encode(`${texts.good}\n`))
      }
    }
    expect(await run(['verify', ...lists], { ...io, stdin })).toBe(0)
    expect(answered).toEqual([0, 1, 2])
  })

  it.each([
    ['an input that is not there', ['nowhere.txt', ...lists], 65],
    ['an anchor without a country', ['two.txt', ...lists, '--anchor', 'csca.der'], 64],
    ['an anchor of no country', ['two.txt', ...lists, '--anchor', 'Vietnam=csca.der'], 64],
    ['an anchor that is no certificate', ['two.txt', ...lists, '--anchor', 'VN=two.txt'], 65],
    ['an anchor of other bytes', ['two.txt', ...lists, '--anchor', 'VN=sequence.der'], 65],
    ['a trust list that is not there', ['two.txt', '--trust-list', 'nowhere.json'], 65],
    ['a trust list that is not JSON', ['two.txt', '--trust-list', 'not.json'], 65],
    ['a trust list of another format', ['two.txt', '--trust-list', 'revoked.json'], 65],
    ['an anchor that is not there', ['two.txt', ...lists, '--anchor', 'VN=nowhere'], 65],
    ['a trust list that is a revocation list', ['two.txt', '--trust', 'revoked.json'], 65],
    ['a revocation list that is a trust list', [...lists, '--revocation', 'trust.json'], 65],
    ['an age that is none', ['two.txt', ...lists, '--max-age', 'soon'], 64],
    ['a pin that is a certificate', ['two.txt', ...lists, '--pin', 'csca.pem'], 64],
    ['a profile that is not there', ['two.txt', ...lists, '--profile', 'nowhere'], 65],
    ['two formats', ['two.txt', ...lists, '--json', '--ndjson'], 64],
    ['an instant that is none', ['two.txt', ...lists, '--at', 'noon'], 64],
  ])('with %s', async (_, args, code) => {
    const io = fakeIo(files)
    expect(await run(['verify', ...args], io)).toBe(code)
    expect(io.output).toEqual([])
    // What an option takes is said below it.
    expect(io.talk.filter((line) => !line.startsWith('  '))).toHaveLength(1)
  })

  it.each([
    ['in words', []],
    ['in English', ['--lang', 'en']],
    ['as JSON', ['--json']],
    ['as lines of JSON', ['--ndjson']],
  ])('says %s what it found, and nothing of whom it is about', async (_, options) => {
    const io = fakeIo(files)
    const inputs = ['mixed.txt', texts.altered, 'HC1:nothing']
    await run(['verify', ...inputs, ...lists, ...options], io)
    const all = [...io.output, ...io.talk].join('\n')
    expect(all).toMatch(/invalid|không hợp lệ/)
    for (const trace of traces) expect(all).not.toMatch(trace)
    expect(all).not.toContain('HC1:')
  })

  it('does not repeat a certificate that was typed in the wrong place', async () => {
    const io = fakeIo(files)
    expect(await run([texts.good], io)).toBe(64)
    expect([...io.output, ...io.talk].join('\n')).not.toContain('HC1:')
  })
})

interface Line {
  readonly verdict: string
  readonly checks: readonly {
    readonly id: string
    readonly status: string
    readonly reason?: string
  }[]
}

/** What became of one code, and of the two checks that say who is believed. */
async function judged(
  text: string,
  more: Readonly<Record<string, Uint8Array | string>>,
  options: readonly string[] = [],
) {
  const io = fakeIo({ ...files, ...more })
  const args = ['verify', text, '--trust', 'list.json', ...options, '--ndjson', '--lang', 'en']
  const code = await run(args, io)
  const { verdict, checks } = JSON.parse(io.output[0] ?? '') as Line
  const said = (id: string) => {
    const check = checks.find((one) => one.id === id)
    return [check?.status, check?.reason].filter(Boolean).join(' ')
  }
  return {
    code,
    verdict,
    chain: said('signer.chain'),
    trusted: said('signer.trusted'),
    talk: io.talk,
  }
}

describe('verify, about the chain of the signer', () => {
  it('shows that it leads to the anchor', async () => {
    const { anchor, issuing } = await startCountry()
    const more = { 'list.json': trustListOf([issuing.certificate]), anchor }
    expect(await judged(await issuing.issue(now), more, ['--anchor', 'VN=anchor'])).toEqual({
      ...{ code: 0, verdict: 'valid', chain: 'passed', trusted: 'passed', talk: [] },
    })
  })

  it('refuses a listed signer whose chain leads to another authority', async () => {
    const { issuing } = await startCountry()
    const { anchor } = await startCountry()
    const more = { 'list.json': trustListOf([issuing.certificate]), anchor }
    const found = await judged(await issuing.issue(now), more, ['--anchor', 'VN=anchor'])
    expect(found).toMatchObject({ code: 1, verdict: 'invalid', chain: 'failed chain-not-valid' })
    expect(found.talk.join()).toMatch(
      /^Trust list: 1 certificate without effect\..+\[trust-list.item path/,
    )
  })

  it('refuses it also when another signer on the list holds', async () => {
    const [sound, strange] = [await startCountry(), await startCountry()]
    const list = trustListOf([sound.issuing.certificate, strange.issuing.certificate])
    const more = { 'list.json': list, anchor: sound.anchor }
    const options = ['--anchor', 'VN=anchor']
    expect(await judged(await sound.issuing.issue(now), more, options)).toMatchObject({ code: 0 })
    expect(await judged(await strange.issuing.issue(now), more, options)).toMatchObject({
      ...{ code: 1, chain: 'failed chain-not-valid' },
    })
  })

  it('refuses at an instant when the authority has expired, and not before', async () => {
    const { anchor, issuing } = await startCountry({ anchorUntil: new Date('2022-09-01') })
    const more = { 'list.json': trustListOf([issuing.certificate]), anchor }
    const text = await issuing.issue(now)
    const at = (instant: string) => judged(text, more, ['--anchor', 'VN=anchor', '--at', instant])
    expect(await at('2022-08-31T00:00:00Z')).toMatchObject({ code: 0, chain: 'passed' })
    const after = await at('2022-09-02T00:00:00Z')
    expect(after).toMatchObject({ code: 1, verdict: 'invalid', chain: 'failed chain-not-valid' })
    expect(after.talk.join()).toContain('path.validity expired')
  })

  it('does not take the authority of one country for that of another', async () => {
    const { anchor, issuing } = await startCountry()
    const more = { 'list.json': trustListOf([issuing.certificate]), anchor }
    expect(await judged(await issuing.issue(now), more, ['--anchor', 'LA=anchor'])).toMatchObject({
      ...{ code: 2, verdict: 'indeterminate', chain: 'unknown chain-undecided' },
    })
    expect(await judged(await issuing.issue(now), more)).toMatchObject({ code: 2 })
  })

  it('refuses a signer of another country than the list says, whoever vouches for it', async () => {
    const { anchor, issuing } = await startCountry({ signerOf: 'LA' })
    const more = { 'list.json': trustListOf([issuing.certificate]), anchor }
    const found = await judged(await issuing.issue(now), more, ['--anchor', 'VN=anchor'])
    expect(found).toMatchObject({ code: 1, verdict: 'invalid', trusted: 'failed unknown-key' })
    expect(found.talk.join()).toContain('country-differs')
  })

  it('is 2 when the list is no longer in force, and says so', async () => {
    const { anchor, issuing } = await startCountry()
    const more = { 'list.json': trustListOf([issuing.certificate]), anchor }
    const options = ['--anchor', 'VN=anchor', '--at', '2030-01-01T00:00:00Z']
    const found = await judged(await issuing.issue(now), more, options)
    expect(found).toMatchObject({ code: 2, verdict: 'indeterminate' })
    expect(found.talk[0]).toEqual(
      expect.stringMatching(/^The trust list is not in force\. .+ \[trust-list.freshness stale\]$/),
    )
  })
})
