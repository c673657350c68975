/** A token from its first key to its last signature, in SoftHSM2. */
import { toPem, utf8 } from '@tiemchung/core'
import { certificateSummary } from '@tiemchung/x509'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, judged, openssl, subject, testAuthority } from './judged.fixture.js'
import type { GenerateKeyOptions } from './generate-key.js'
import { openToken, type Token } from './open-token.js'
import {
  library,
  pin,
  titled,
  type TokenFolder,
  tokenFolder,
  withoutSoftHsm,
} from './softhsm.fixture.js'
import { listTokens } from './tokens.js'
import { loadNative, openLibrary } from './world.js'

const data = utf8('Sổ tiêm chủng mẫu, ngày 2022-05-20')
const ask = () => Promise.resolve(pin)

describe.skipIf(withoutSoftHsm)(titled('openToken'), () => {
  let tokens: TokenFolder
  let authority: Awaited<ReturnType<typeof testAuthority>>
  let token: Token
  const open = (options: { label?: string; write?: boolean } = {}) =>
    openToken({ library, label: 'tram-y-te', pin: ask, write: true, ...options })

  beforeAll(async () => {
    tokens = tokenFolder()
    tokens.init('tram-y-te')
    authority = await testAuthority()
  })
  afterEach(() => token.close())
  afterAll(() => {
    tokens.remove()
  })

  /** A key with its certificate. */
  async function keyWithCertificate(options: GenerateKeyOptions): Promise<Uint8Array> {
    const { id } = await token.generateKey(options)
    const { algorithm } = options
    const certificate = await authority.issue(
      await token.createRequest({ key: { id }, subject, algorithm }),
    )
    await token.importCertificate({ certificate, chain: [authority.middle] })
    return certificate
  }

  test.each<[GenerateKeyOptions['algorithm'], number]>([
    ['ES256', 64],
    ['ES384', 96],
    ['PS256', 256],
    ['RS256', 256],
  ])(
    'makes a key, asks for a certificate and signs with %s; OpenSSL agrees',
    async (algorithm, length) => {
      token = await open()
      const label = `khoá ${algorithm}`
      const { id } = await token.generateKey({ algorithm, label, modulusLength: 2048 })
      const request = await token.createRequest({ key: { label }, subject, algorithm })
      const pem = toPem(request, 'CERTIFICATE REQUEST')
      const verified = openssl(
        { pem },
        'req',
        '-in',
        'pem',
        '-verify',
        '-noout',
        '-subject',
        '-utf8',
        '-nameopt',
        'utf8',
      )
      expect(verified.said).toMatch(/verify OK/)
      expect(verified.said).toMatch(/UID=MST:0100109106.*UID=CCCD:001085000017/)
      const certificate = await authority.issue(request)
      await token.importCertificate({ certificate, chain: [authority.middle] })
      const signer = await token.signer({ key: { id }, algorithm })
      expect(signer.chain).toEqual([certificate, authority.middle])
      const signature = await signer.sign(data)
      expect(signature).toHaveLength(length)
      expect(judged(algorithm, certificate, data, signature)).toBe('Verified OK')
      expect(judged(algorithm, certificate, utf8('khác'), signature)).not.toBe('Verified OK')
    },
  )

  test('a key made here never leaves the token', async () => {
    token = await open()
    await token.generateKey({ algorithm: 'ES256', label: 'không xuất' })
    const shown = tokens.run(
      'pkcs11-tool',
      '--module',
      library,
      '--token-label',
      'tram-y-te',
      '--login',
      '--pin',
      pin,
      '-O',
      '--type',
      'privkey',
      '--label',
      'không xuất',
    )
    expect(shown).toMatch(/sensitive, always sensitive, never extractable, local/)
    const native = await loadNative()
    const held = openLibrary(native, library)
    const slots = held.module.getSlots(true)
    const session = slots.items(0).open(4)
    const { keyStorage, subtle } = native.cryptoOver(session)
    const privates = (await keyStorage.keys()).filter((name) => name.startsWith('private-'))
    expect(privates.length).toBeGreaterThan(0)
    for (const name of privates) {
      const key = await keyStorage.getItem(name)
      await expect(subtle.exportKey('pkcs8' as never, key)).rejects.toThrow()
    }
    session.close()
    held.release()
  })

  test('tells its keys with their certificates', async () => {
    token = await open()
    const certificate = await keyWithCertificate({ algorithm: 'ES256', label: 'danh sách' })
    const keys = await token.listKeys()
    const mine = keys.find(({ label }) => label === 'danh sách')
    expect(mine?.kind).toEqual({ type: 'ec', curve: 'P-256' })
    expect(mine?.certificates).toEqual([
      { der: certificate, ...(await certificateSummary(certificate)) },
    ])
    expect(mine?.certificates[0]?.commonName).toBe('TRẠM Y TẾ PHƯỜNG MẪU')
  })

  test('one of several keys must be named, by label or by id, and then it signs', async () => {
    token = await open()
    const certificate = await keyWithCertificate({ algorithm: 'ES256', label: 'chọn' })
    expect(await codeOf(token.signer())).toBe('signing.token-key')
    expect(await codeOf(token.signer({ key: { label: 'không có' } }))).toBe('signing.token-key')
    const id =
      (await token.listKeys()).find(({ label }) => label === 'chọn')?.id.toUpperCase() ?? ''
    for (const key of [{ label: 'chọn' }, { id }]) {
      const signer = await token.signer({ key })
      expect(judged('ES256', certificate, data, await signer.sign(data))).toBe('Verified OK')
    }
  })

  test('of two certificates for one key the fingerprint decides; importing one twice leaves one', async () => {
    token = await open()
    const first = await keyWithCertificate({ algorithm: 'ES256', label: 'gia hạn' })
    const key = { label: 'gia hạn' }
    const second = await authority.issue(await token.createRequest({ key, subject }))
    for (let times = 0; times < 2; times += 1)
      await token.importCertificate({ certificate: second })
    const mine = (await token.listKeys()).find(({ label }) => label === key.label)
    expect(mine?.certificates).toHaveLength(2)
    expect(await codeOf(token.signer({ key }))).toBe('signing.token-certificate')
    for (const own of [first, second]) {
      const { fingerprint } = await certificateSummary(own)
      const signer = await token.signer({ key, certificate: fingerprint.toUpperCase() })
      expect(signer.chain[0]).toEqual(own)
    }
  })

  test('signatures that are asked for at once come out one after another, each right', async () => {
    token = await open()
    const certificate = await keyWithCertificate({ algorithm: 'ES256', label: 'cùng lúc' })
    const signer = await token.signer({ key: { label: 'cùng lúc' } })
    const inputs = Array.from({ length: 40 }, (_, index) => utf8(`bản ghi ${index}`))
    const signatures = await Promise.all(inputs.map((input) => signer.sign(input)))
    const third = signatures[3]
    if (third === undefined || inputs[3] === undefined) throw new Error('nothing was signed')
    expect(judged('ES256', certificate, inputs[3], third)).toBe('Verified OK')
    expect(new Set(signatures.map((one) => one.join())).size).toBe(40)
  })

  test('a stopped signature is not made, and the token stays open', async () => {
    token = await open()
    await keyWithCertificate({ algorithm: 'ES256', label: 'dừng' })
    const signer = await token.signer({ key: { label: 'dừng' } })
    expect(await codeOf(signer.sign(data, { signal: AbortSignal.abort() }))).toBe('signing.stopped')
    expect(await signer.sign(data)).toHaveLength(64)
  })

  test.each<[string, string, (token: Token) => Promise<unknown>]>([
    [
      'a label that is taken',
      'signing.token-label',
      async (one) => {
        await one.generateKey({ algorithm: 'ES256', label: 'hai lần' })
        return one.generateKey({ algorithm: 'ES256', label: 'hai lần' })
      },
    ],
    [
      'a key without a certificate',
      'signing.no-certificate',
      async (one) => {
        const key = await one.generateKey({ algorithm: 'ES256', label: 'chưa có chứng thư' })
        return one.signer({ key: { id: key.id } })
      },
    ],
    [
      'an algorithm of another key',
      'signing.key',
      async (one) => {
        const key = { label: 'khoá ES256' }
        return one.signer({ key, algorithm: 'RS256' })
      },
    ],
    [
      'a subject that no certificate may have',
      'x509.ca.subject',
      (one) => one.createRequest({ key: { label: 'khoá ES256' }, subject: { commonName: '' } }),
    ],
    [
      'a certificate that is none',
      'x509.der.tag',
      (one) => one.importCertificate({ certificate: new Uint8Array([1, 0]) }),
    ],
  ])('%s is refused by code, and the token stays open', async (_, code, act) => {
    token = await open()
    expect(await codeOf(act(token))).toBe(code)
    expect((await token.listKeys()).length).toBeGreaterThan(0)
  })

  test("a certificate for somebody else's key is not written, nor signed under", async () => {
    token = await open()
    await token.generateKey({ algorithm: 'ES256', label: 'của mình' })
    const other = await testAuthority()
    const foreign = other.middle
    expect(await codeOf(token.importCertificate({ certificate: foreign }))).toBe(
      'signing.key-mismatch',
    )
    const asked = { key: { label: 'của mình' }, chain: [foreign] }
    expect(await codeOf(token.signer(asked))).toBe('signing.key-mismatch')
  })

  test('the chain may come from outside the token', async () => {
    token = await open()
    const key = { label: 'chuỗi ngoài' }
    await token.generateKey({ algorithm: 'ES256', ...key })
    const certificate = await authority.issue(await token.createRequest({ key, subject }))
    const chain = [certificate, authority.root, authority.middle]
    expect((await token.signer({ key, chain })).chain).toEqual([certificate, authority.middle])
  })

  test('a token that was not opened to write is not written', async () => {
    token = await open({ write: false })
    const code = await codeOf(token.generateKey({ algorithm: 'ES256', label: 'chỉ đọc' }))
    expect(code).toBe('signing.token-read-only')
    const certificate = authority.middle
    expect(await codeOf(token.importCertificate({ certificate }))).toBe('signing.token-read-only')
  })

  test('a key and certificate that another program put there sign as well', async () => {
    const at = ['--module', library, '--token-label', 'tram-y-te', '--login', '--pin', pin]
    tokens.run(
      'pkcs11-tool',
      ...at,
      '--keypairgen',
      '--key-type',
      'rsa:2048',
      '--id',
      '01',
      '--label',
      'OpenSC',
    )
    token = await open()
    const key = { id: '01' }
    const certificate = await authority.issue(await token.createRequest({ key, subject }))
    await token.importCertificate({ certificate })
    const signer = await token.signer({ key, chain: [authority.middle] })
    expect(signer.algorithm).toBe('PS256')
    expect(judged('PS256', certificate, data, await signer.sign(data))).toBe('Verified OK')
    expect(tokens.run('pkcs11-tool', ...at, '-O', '--type', 'cert', '--id', '01')).toMatch(
      /MST:0100109106/,
    )
  })

  test('two tokens of one library are open beside each other; closing one leaves the other', async () => {
    tokens.init('tram-thu-hai')
    token = await open()
    const second = await open({ label: 'tram-thu-hai' })
    await second.generateKey({ algorithm: 'ES256', label: 'khoá' })
    await second.close()
    await second.close()
    expect(await codeOf(second.listKeys())).toBe('signing.token-closed')
    expect((await token.listKeys()).length).toBeGreaterThan(0)
    const found = await listTokens({ library })
    expect(found.map(({ label }) => label).sort()).toEqual(['tram-thu-hai', 'tram-y-te'])
    const any = { library, pin: ask }
    expect(await codeOf(openToken(any))).toBe('signing.token-choice')
    expect(await codeOf(openToken({ ...any, label: 'không có' }))).toBe('signing.token-absent')
    const [first] = found
    const again = await openToken({ ...any, serial: first?.serial ?? '' })
    expect(again.info.serial).toBe(first?.serial)
    await again.close()
  })
})
