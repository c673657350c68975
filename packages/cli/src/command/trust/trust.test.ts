/** Trust that is kept on a machine: pinned by hand, fetched by address, never older than before. */
import { createHash, KeyObject, type webcrypto } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signRevocation } from '@tiemchung/certificates/revocation'
import { pinOf, signDocument } from '@tiemchung/certificates/signed'
import { trustListType } from '@tiemchung/certificates/trust'
import { toBase64, toPem, utf8 } from '@tiemchung/core'
import { softwareSigner } from '@tiemchung/signing'
import { exportPrivateKey, generateSigningKey } from '@tiemchung/x509/ca'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import {
  type FakeIo,
  fakeIo,
  type Issuing,
  now,
  revocationListOf,
  startCountry,
} from '../../test-kit.js'

interface Publisher {
  readonly pem: string
  readonly sha256: string
  list(sequence: number, more?: object): Promise<Uint8Array>
  revoked(sequence: number, texts: readonly string[]): Promise<Uint8Array>
}

let publisher: Publisher
let other: Publisher
let issuing: Issuing
let anchor: Uint8Array
let good = ''

const day = 86_400_000
const on = (days: number) => new Date(now.getTime() + days * day)

const spkiOf = (key: unknown) =>
  new Uint8Array(KeyObject.from(key as webcrypto.CryptoKey).export({ type: 'spki', format: 'der' }))

async function startPublisher(): Promise<Publisher> {
  const pair = await generateSigningKey('ES256', { extractable: true })
  const privateKey = { pkcs8: await exportPrivateKey(pair) }
  const signer = await softwareSigner({ privateKey, algorithm: 'ES256', chain: [] })
  const publicKey = spkiOf(pair.publicKey)
  const dated = { issuedAt: on(-1).toISOString(), nextUpdate: on(2).toISOString() }
  return {
    pem: toPem(publicKey, 'PUBLIC KEY'),
    sha256: await pinOf(publicKey),
    list: (sequence, more = {}) => {
      const item = { certificate: toBase64(issuing.certificate), country: 'VN' }
      const head = { format: 'trust-list/1', version: `v${sequence}`, ...dated, sequence }
      const document = utf8(JSON.stringify({ ...head, items: [item], ...more }))
      return signDocument(document, { type: trustListType, signer, publicKey })
    },
    revoked: async (sequence, texts) => {
      const list = JSON.parse(await revocationListOf(texts)) as Parameters<typeof signRevocation>[0]
      return signRevocation({ ...list, ...dated, sequence }, { signer, publicKey })
    },
  }
}

/** A server whose document can be exchanged, with the ETag of each. */
let served: Uint8Array = new Uint8Array()
const asked: (string | undefined)[] = []
let server: Server
let address = ''

beforeAll(async () => {
  ;({ anchor, issuing } = await startCountry())
  good = await issuing.issue(now)
  publisher = await startPublisher()
  other = await startPublisher()
  server = createServer((request, response) => {
    const etag = `"${createHash('sha256').update(served).digest('hex')}"`
    asked.push(request.headers['if-none-match'])
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(served.length === 0 ? 404 : 200, { etag }).end(served)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.json`
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  asked.length = 0
})

function machine(): FakeIo {
  return fakeIo({
    'publisher.pem': publisher.pem,
    'other.pem': other.pem,
    'signer.pem': toPem(issuing.certificate, 'CERTIFICATE'),
    'csca.der': anchor,
    'code.txt': good,
  })
}

async function does(io: FakeIo, ...args: string[]) {
  const [before, outBefore] = [io.talk.length, io.output.length]
  const code = await run([...args, '--lang', 'en'], io)
  return { code, said: io.talk.slice(before).join('\n'), out: io.output.slice(outBefore) }
}

/** A machine on which the publisher is pinned and its first list was fetched. */
async function ready(sequence = 5): Promise<FakeIo> {
  const io = machine()
  expect((await does(io, 'trust', 'pin', 'publisher.pem', '--sha256', publisher.sha256)).code).toBe(
    0,
  )
  served = await publisher.list(sequence)
  expect(await does(io, 'trust', 'update', address)).toMatchObject({ code: 0 })
  return io
}

const later = (io: FakeIo, days: number): FakeIo => ({ ...io, clock: { now: () => on(days) } })

describe('trust pin', () => {
  it('pins nothing without the SHA-256, and says what the file has', async () => {
    const io = machine()
    const found = await does(io, 'trust', 'pin', 'signer.pem')
    expect(found.code).toBe(2)
    expect(found.out).toEqual([`--sha256 ${await pinOf(issuing.certificate)}`])
    expect(found.said).toMatch(/telephone/)
    expect(io.files.has('state/trust.json')).toBe(false)
  })

  it.each([
    ['csca.der', 'authority of the country VN:'],
    ['signer.pem', 'signer of certificates of the country VN:'],
    ['publisher.pem', 'publisher of lists:'],
  ])('says of %s what it would be pinned as', async (file, role) => {
    const found = await does(machine(), 'trust', 'pin', file)
    expect(found.said.split('\n').at(-1)).toBe(role)
  })

  it('refuses a file that is another than the one that was compared', async () => {
    const io = machine()
    expect((await does(io, 'trust', 'pin', 'signer.pem', '--sha256', publisher.sha256)).code).toBe(
      1,
    )
    expect(io.files.has('state/trust.json')).toBe(false)
  })

  it.each([
    ['a signer', 'signer.pem', () => issuing.certificate],
    ['a signer of a stated country', 'VN=signer.pem', () => issuing.certificate],
  ])('lets certificates of %s be verified without any option', async (_, file, der) => {
    const io = machine()
    expect((await does(io, 'verify', good)).code).toBe(2)
    expect((await does(io, 'trust', 'pin', file, '--sha256', await pinOf(der()))).code).toBe(0)
    expect(await does(io, 'verify', good)).toMatchObject({
      code: 0,
      out: ['1 valid'],
    })
  })

  it('believes nobody beside whom the options name', async () => {
    const io = await ready()
    expect((await does(io, 'verify', good)).code).toBe(0)
    expect((await does(io, 'verify', good, '--anchor', 'VN=csca.der')).code).toBe(2)
  })

  it('knows an authority, and judges signers by it', async () => {
    const io = await ready()
    const elsewhere = await startCountry()
    io.files.set('elsewhere.der', elsewhere.anchor)
    const hash = await pinOf(elsewhere.anchor)
    expect((await does(io, 'trust', 'pin', 'elsewhere.der', '--sha256', hash)).said).toContain(
      'authority',
    )
    expect((await does(io, 'verify', good)).code).not.toBe(0)
    expect(await does(io, 'trust', 'unpin', hash)).toMatchObject({
      code: 0,
      said: `No longer pinned: ${hash}`,
    })
    expect((await does(io, 'verify', good)).code).toBe(0)
  })

  it.each([
    ['a list', ['pin', 'code.txt'], 65],
    ['a hash that is none', ['pin', 'signer.pem', '--sha256', 'abc'], 64],
    ['a hash that nobody pinned', ['unpin', 'a'.repeat(64)], 64],
    ['an address without https', ['update', 'http://example.vn/list'], 64],
    ['no address at all', ['update'], 64],
    ['a file that is no signed list', ['update', 'signer.pem'], 65],
  ])('with %s', async (_, args, code) => {
    const io = machine()
    const found = await does(io, 'trust', ...args)
    expect(found.code).toBe(code)
    expect(found.said).not.toBe('')
    expect(io.files.has('state/trust.json')).toBe(false)
  })
})

describe('trust update', () => {
  it('fetches once, and asks by its ETag from then on', async () => {
    const io = await ready()
    expect(await does(io, 'trust', 'update')).toMatchObject({
      code: 0,
      said: 'The list is unchanged (5)',
    })
    expect(asked).toEqual([undefined, expect.stringMatching(/^"/)])
    served = await publisher.list(6)
    expect(await does(io, 'trust', 'update')).toMatchObject({
      code: 0,
      said: 'A fresh list was kept (6)',
    })
  })

  it('refuses an older list and one that replaces it, and keeps what it has', async () => {
    const io = await ready(5)
    const kept = io.files.get('state/trust.json')
    served = await publisher.list(4)
    expect(await does(io, 'trust', 'update')).toMatchObject({
      code: 1,
      said: expect.stringContaining('rolled-back') as string,
    })
    served = await publisher.list(5, { version: 'another' })
    expect((await does(io, 'trust', 'update')).said).toContain('replaced')
    expect(io.files.get('state/trust.json')).toEqual(kept)
    expect((await does(io, 'verify', good)).code).toBe(0)
  })

  it('refuses a list of somebody else', async () => {
    const io = await ready()
    served = await other.list(9)
    expect(await does(io, 'trust', 'update')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/key-not-pinned.+The list at hand stays/s) as string,
    })
  })

  it('believes nobody when nobody is pinned', async () => {
    served = await publisher.list(1)
    const found = await does(machine(), 'trust', 'update', address)
    expect(found).toMatchObject({ code: 2, said: expect.stringContaining('no-pins') as string })
    expect(found.said).not.toContain('stays')
  })

  it('is 65 when nothing can be had, and the list stays', async () => {
    const io = await ready()
    served = new Uint8Array()
    expect(await does(io, 'trust', 'update')).toMatchObject({
      code: 65,
      said: expect.stringContaining('certificate-fetch.status') as string,
    })
    expect((await does(io, 'verify', good)).code).toBe(0)
  })

  it.each([
    ['an authority', 'csca.der', () => pinOf(anchor)],
    ['a publisher', 'publisher.pem', () => Promise.resolve(publisher.sha256)],
  ])('tells who pinned %s alone what is missing', async (_, file, sha256) => {
    const io = machine()
    expect((await does(io, 'verify', good)).said).not.toContain('is pinned, and')
    await does(io, 'trust', 'pin', file, '--sha256', await sha256())
    const found = await does(io, 'verify', good)
    expect(found).toMatchObject({
      code: 2,
      said: expect.stringMatching(/no list of signers yet: run tiemchung trust update/) as string,
    })
  })

  it('takes a list from a file, for machines without a network', async () => {
    const io = machine()
    await does(io, 'trust', 'pin', 'publisher.pem', '--sha256', publisher.sha256)
    io.files.set('usb.json', await publisher.list(3))
    expect((await does(io, 'trust', 'update', 'usb.json')).code).toBe(0)
    io.files.set('usb.json', await publisher.list(2))
    expect((await does(io, 'trust', 'update', 'usb.json')).code).toBe(1)
    expect(asked).toEqual([])
  })

  it('keeps revocation lists as well, and refuses their roll-back', async () => {
    const io = await ready()
    const revoked = await issuing.issue(now)
    io.files.set('revoked.json', await publisher.revoked(2, [revoked]))
    expect((await does(io, 'trust', 'update', 'revoked.json')).code).toBe(0)
    expect((await does(io, 'verify', good)).code).toBe(0)
    expect((await does(io, 'verify', revoked)).code).toBe(1)
    io.files.set('revoked.json', await publisher.revoked(1, []))
    expect(await does(io, 'trust', 'update', 'revoked.json')).toMatchObject({
      code: 1,
      said: expect.stringContaining('rolled-back') as string,
    })
  })

  it('refuses to go on with a state that is damaged, rather than to forget what it saw', async () => {
    const io = await ready()
    io.files.set('state/trust.json', utf8('{"format":"trust-state/1"}'))
    for (const args of [
      ['verify', good],
      ['trust', 'update'],
      ['trust', 'show'],
    ]) {
      expect(await does(io, ...args)).toMatchObject({
        code: 65,
        said: expect.stringContaining('cli.state') as string,
      })
    }
  })

  it('keeps another state in another folder', async () => {
    const io = machine()
    await does(
      io,
      'trust',
      'pin',
      'publisher.pem',
      '--sha256',
      publisher.sha256,
      '--state',
      'elsewhere',
    )
    expect([...io.files.keys()]).toContain('elsewhere/trust.json')
    expect((await does(io, 'trust', 'show')).code).toBe(2)
    expect((await does(io, 'trust', 'show', '--state', 'elsewhere')).code).toBe(0)
  })
})

describe('verify, with a list that is overdue', () => {
  it('fetches it first, and not with --offline', async () => {
    const io = later(await ready(), 3)
    served = await publisher.list(6, {
      issuedAt: on(2).toISOString(),
      nextUpdate: on(9).toISOString(),
    })
    asked.length = 0
    const text = await issuing.issue(now)
    expect(await does(io, 'verify', text, '--offline')).toMatchObject({
      code: 2,
      said: expect.stringContaining('stale') as string,
    })
    expect(asked).toEqual([])
    expect((await does(io, 'verify', text)).code).toBe(0)
    expect(asked).toHaveLength(1)
    expect((await does(io, 'verify', text)).code).toBe(0)
    expect(asked).toHaveLength(1)
  })

  it('is indeterminate and never valid when it cannot be had', async () => {
    const io = later(await ready(), 3)
    served = new Uint8Array()
    expect((await does(io, 'verify', good)).code).toBe(2)
  })

  it('holds a list for as old as --max-age says', async () => {
    const io = await ready()
    expect((await does(io, 'verify', good, '--offline', '--max-age', '12h')).code).toBe(2)
    expect((await does(io, 'trust', 'show', '--max-age', '12h')).code).toBe(2)
    expect((await does(io, 'trust', 'show')).code).toBe(0)
  })
})

describe('trust show', () => {
  it('says that nothing is pinned, and what that means', async () => {
    expect(await does(machine(), 'trust', 'show')).toMatchObject({
      ...{ code: 2, said: expect.stringMatching(/indeterminate.*trust pin/s) as string, out: [] },
    })
  })

  it('shows the age of each list', async () => {
    const io = await ready()
    const { out } = await does(io, 'trust', 'show')
    expect(out[0]).toBe(`publisher of lists ${publisher.sha256}`)
    expect(out[1]).toMatch(/^trust list http:.*: number 5, issued .* \(24 hours ago\).*; current$/)
    expect((await does(later(io, 3), 'trust', 'show')).code).toBe(2)
  })

  it('is read by programs', async () => {
    const { out } = await does(await ready(), 'trust', 'show', '--json')
    expect(JSON.parse(out.join(''))).toMatchObject({
      publishers: [{ sha256: publisher.sha256 }],
      lists: [{ source: address, kind: 'trust', sequence: 5, ageHours: 24, current: true }],
    })
    expect(out.join('')).not.toContain('"bytes"')
  })
})
