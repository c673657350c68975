import { SigningError } from '@tiemchung/core'
import type { Signer } from '@tiemchung/core/crypto'
import { describe, expect, it } from 'vitest'
import { issueErrors } from '../errors/issue-errors.js'
import { ecSigner, samplePayload, trustIn } from '../test-kit.js'
import { type HealthCertificatePayload, trustedKeys, verifyCertificate } from '../verify/index.js'
import { type IssueManyOptions, issueMany, type IssueOutcome } from './issue-many.js'

const signer = ecSigner()
const issuedAt = new Date('2022-06-01T02:00:00Z')
const trust = trustedKeys([trustIn(signer)])

function numbered(number: number): HealthCertificatePayload {
  const payload = samplePayload()
  const [dose] = payload.v ?? []
  if (dose === undefined) throw new Error('no dose')
  return { ...payload, v: [{ ...dose, ci: `URN:UVCI:01:VN:${number}` }] }
}

const payloads = Array.from({ length: 20 }, (_, number) => numbered(number))
const first = payloads[0] as HealthCertificatePayload
const incomplete = (): HealthCertificatePayload => {
  const [dose] = first.v ?? []
  if (dose === undefined) throw new Error('no dose')
  return { ...first, v: [{ ...dose, dn: 1 }] }
}

async function issueAll(
  source: Iterable<HealthCertificatePayload> | AsyncIterable<HealthCertificatePayload>,
  changes: Partial<IssueManyOptions> = {},
): Promise<IssueOutcome[]> {
  const options = { signer, issuedAt, keyId: signer.keyId, ...changes }
  const outcomes: IssueOutcome[] = []
  for await (const outcome of issueMany(source, options)) outcomes.push(outcome)
  return outcomes
}

/** A signer of batches that notes their sizes and how many it is at. */
function batching(changes: Partial<Signer> = {}) {
  const sizes: number[] = []
  let busy = 0
  const batches: Signer = {
    ...signer,
    sign: () => Promise.reject(new Error('asked for one')),
    signMany: async (data) => {
      sizes.push(data.length)
      busy += 1
      expect(busy).toBe(1)
      await new Promise((resolve) => setTimeout(resolve, 1))
      busy -= 1
      return data.map((one) => signer.signNow(one))
    },
    ...changes,
  }
  return { sizes, batches }
}

const idOf = (outcome: IssueOutcome) =>
  outcome.status === 'issued' ? outcome.certificate.certificateId : outcome.error.code

describe('issueMany', () => {
  it.each([1, 7, 64])('issues in order, in batches of %i', async (batch) => {
    const outcomes = await issueAll(payloads, { batch })
    expect(outcomes.map(idOf)).toEqual(payloads.map((one) => one.v?.[0].ci))
    for (const outcome of outcomes) {
      const text = outcome.status === 'issued' ? outcome.certificate.text : ''
      expect((await verifyCertificate(text, { trust, at: issuedAt })).verdict).toBe('valid')
    }
  })

  it('gives a signer of batches full ones, one after the other, and the rest', async () => {
    const { sizes, batches } = batching()
    expect(await issueAll(payloads, { signer: batches, batch: 8 })).toHaveLength(20)
    expect(sizes).toEqual([8, 8, 4])
  })

  it('does not wait for a batch to be full when nothing more comes', async () => {
    const { sizes, batches } = batching()
    const options = { signer: batches, issuedAt, keyId: signer.keyId, batch: 8 }
    let answered: () => void = () => undefined
    async function* asking(): AsyncGenerator<HealthCertificatePayload> {
      for (const payload of payloads.slice(0, 3)) {
        yield payload
        await new Promise<void>((resolve) => {
          answered = resolve
        })
      }
    }
    let count = 0
    for await (const outcome of issueMany(asking(), options)) {
      expect(outcome.status).toBe('issued')
      count += 1
      setTimeout(() => {
        answered()
      }, 2)
    }
    expect([count, sizes]).toEqual([3, [1, 1, 1]])
  })

  it('tells apart what may not be issued, and issues the others', async () => {
    const outcomes = await issueAll([first, incomplete(), first])
    expect(outcomes.map(({ status }) => status)).toEqual(['issued', 'refused', 'issued'])
    expect(outcomes.map(idOf)[1]).toBe('certificate-issue.course-incomplete')
  })

  it('refuses options that cannot be used before it reads anything', async () => {
    let asked = 0
    function* counted(): Generator<HealthCertificatePayload> {
      asked += 1
      yield first
    }
    await expect(issueAll(counted(), { country: 'Vietnam' })).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-issue.country' }),
    )
    expect(asked).toBe(0)
  })

  it('gives out nothing that does not hold under the public key', async () => {
    const { batches } = batching()
    const another = { signer: batches, publicKey: ecSigner().spki }
    await expect(issueAll(payloads, another)).rejects.toThrow(
      expect.objectContaining({ code: 'certificate-issue.signature' }),
    )
    expect(await issueAll(payloads, { signer: batches, publicKey: signer.spki })).toHaveLength(20)
  })

  it('gives what was signed before the signer failed', async () => {
    const failure = new SigningError(issueErrors, 'certificate-issue.signature-length')
    let calls = 0
    const { batches } = batching({
      signMany: (data) => {
        calls += 1
        if (calls === 2) return Promise.reject(failure)
        return Promise.resolve(data.map((one) => signer.signNow(one)))
      },
    })
    const given: string[] = []
    const run = async () => {
      const options = { signer: batches, issuedAt, keyId: signer.keyId, batch: 8 }
      for await (const outcome of issueMany(payloads, options)) given.push(idOf(outcome))
    }
    await expect(run()).rejects.toBe(failure)
    expect(given).toEqual(payloads.slice(0, 8).map((one) => one.v?.[0].ci))
  })

  it('does not ask a signer again that has failed', async () => {
    const failure = new SigningError(issueErrors, 'certificate-issue.signature-length')
    let calls = 0
    const { batches } = batching({
      signMany: async () => {
        calls += 1
        await new Promise((resolve) => setTimeout(resolve, 2))
        throw failure
      },
    })
    await expect(issueAll(payloads, { signer: batches, batch: 8 })).rejects.toBe(failure)
    expect(calls).toBe(1)
  })

  it.each([0, -1, Number.NaN])('signs one by one when the batch is %d', async (batch) => {
    const { sizes, batches } = batching()
    expect(await issueAll(payloads.slice(0, 3), { signer: batches, batch })).toHaveLength(3)
    expect(sizes).toEqual([1, 1, 1])
  })

  it.each<[string, Partial<Signer>]>([
    ['signature-count', { signMany: () => Promise.resolve([]) }],
    [
      'signature-length',
      { signMany: (data) => Promise.resolve(data.map(() => new Uint8Array(70))) },
    ],
  ])('refuses a signer whose answer is of a wrong %s', async (code, changes) => {
    const { batches } = batching(changes)
    await expect(issueAll(payloads, { signer: batches })).rejects.toThrow(
      expect.objectContaining({ code: `certificate-issue.${code}` }),
    )
  })
})
