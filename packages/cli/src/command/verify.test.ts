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
  const code = await run(['verify', ...inputs, ...options, '--json'], io)
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

  it.each([
    ['an input that is not there', ['nowhere.txt', ...lists], 65],
    ['a trust list that is not there', ['two.txt', '--trust-list', 'nowhere.json'], 65],
    ['a trust list that is not JSON', ['two.txt', '--trust-list', 'not.json'], 65],
    ['a trust list of another format', ['two.txt', '--trust-list', 'revoked.json'], 65],
    ['an anchor that is not there', ['two.txt', ...lists, '--anchor', 'VN=nowhere'], 65],
    ['no trust list', ['two.txt'], 64],
    ['an instant that is none', ['two.txt', ...lists, '--at', 'noon'], 64],
  ])('with %s', async (_, args, code) => {
    const io = fakeIo(files)
    expect(await run(['verify', ...args], io)).toBe(code)
    expect(io.output).toEqual([])
    expect(io.talk).toHaveLength(1)
  })

  it.each([
    ['in words', []],
    ['in English', ['--lang', 'en']],
    ['as JSON', ['--json']],
  ])('says %s what it found, and nothing of whom it is about', async (_, options) => {
    const io = fakeIo(files)
    const inputs = ['mixed.txt', texts.altered, 'HC1:nothing']
    await run(['verify', ...inputs, ...lists, ...options], io)
    const all = [...io.output, ...io.talk].join('\n')
    expect(all).toMatch(/invalid/)
    for (const trace of traces) expect(all).not.toMatch(trace)
    expect(all).not.toContain('HC1:')
  })

  it('does not repeat a certificate that was typed in the wrong place', async () => {
    const io = fakeIo(files)
    expect(await run([texts.good], io)).toBe(64)
    expect([...io.output, ...io.talk].join('\n')).not.toContain('HC1:')
  })
})
