/** The key in a token: SoftHSM2, with a PIN and keys of the test's own. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../run.js'
import { recordOf, signingDesk, startPki } from './signing.fixture.js'

const places = [
  process.env['SOFTHSM2_LIBRARY'] ?? '',
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
]
const library = places.find((place) => place !== '' && existsSync(place)) ?? ''
const pin = '58319204'
const folder = mkdtempSync(join(tmpdir(), 'tiemchung-token-'))
const names = ['token', 'other']

function bridgeLoads(): boolean {
  try {
    createRequire(import.meta.resolve('@tiemchung/signer-pkcs11'))('graphene-pk11')
    return true
  } catch {
    return false
  }
}

const isThere = library !== '' && spawnSync('softhsm2-util', ['--version']).error === undefined
const isPassedOver =
  !(isThere && bridgeLoads()) &&
  process.env['CI'] !== 'true' &&
  process.env['TIEMCHUNG_REQUIRE'] !== 'all'
const title = isPassedOver ? ' (skipped: SoftHSM2 or its bridge is not installed)' : ''

function softhsm(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('softhsm2-util', args, { cwd: folder })
  if (status !== 0) throw new Error(stderr.toString())
}

describe.skipIf(isPassedOver)(`sign day with a token${title}`, () => {
  let pki: Awaited<ReturnType<typeof startPki>>
  beforeAll(async () => {
    pki = await startPki()
    mkdirSync(join(folder, 'tokens'))
    writeFileSync(join(folder, 'conf'), `directories.tokendir = ${join(folder, 'tokens')}\n`)
    process.env['SOFTHSM2_CONF'] = join(folder, 'conf')
    writeFileSync(join(folder, 'key.pem'), pki.leaf.key)
    for (const name of names) {
      softhsm('--init-token', '--free', '--label', name, '--so-pin', pin, '--pin', pin)
    }
    const key = ['--label', 'ký', '--id', 'a1b2', '--token', 'token', '--pin', pin]
    softhsm('--import', 'key.pem', ...key)
  })
  afterAll(() => {
    delete process.env['SOFTHSM2_CONF']
    rmSync(folder, { recursive: true, force: true })
  })

  const options = ['--pkcs11', library, '--chain', 'chain.pem', '--lang', 'en']
  const args = ['sign', 'day', 'day.ndjson', '--out', 'out', ...options]

  it.each([
    ['its label', ['--token', 'token']],
    ["its label and the key's", ['--token', 'token', '--token-key', 'ký']],
    ["its label and the key's id", ['--token', 'token', '--token-key', 'A1B2']],
  ])('found by %s', async (_, choice) => {
    const { io } = signingDesk(pki, [recordOf(1), recordOf(2)])
    io.secrets.push(pin)
    expect(await run([...args, ...choice], io)).toBe(0)
    const verify = ['verify', 'seal', 'out/seal-1.json', '--trust', 'root.pem']
    expect(await run(verify, io)).toBe(0)
  })

  it.each([
    ['a token that is not there', ['--token', 'none'], pin, 'signing.token-absent'],
    ['several tokens and no name', [], pin, 'signing.token-choice'],
    ['a key that is not there', ['--token', 'token', '--token-key', 'x'], pin, 'signing.token-key'],
    ['a token without a key', ['--token', 'other'], pin, 'signing.token-key'],
    ['a wrong PIN', ['--token', 'token'], '00000000', 'signing.pin'],
    ['no PIN', ['--token', 'token'], undefined, 'cli.no-password'],
  ])('is 65 for %s, and says nothing of the PIN', async (_, choice, secret, code) => {
    const { io } = signingDesk(pki, [recordOf(1)])
    if (secret !== undefined) io.secrets.push(secret)
    expect(await run([...args, ...choice], io)).toBe(65)
    expect(io.talk.join()).toContain(`[${code}]`)
    expect(io.talk.join()).not.toMatch(/58319204|00000000/)
  })

  it('is 65 for a library that is not there', async () => {
    const { io } = signingDesk(pki, [recordOf(1)])
    const missing = args.map((arg) => (arg === library ? join(folder, 'none.so') : arg))
    expect(await run([...missing, '--token', 'token'], io)).toBe(65)
    expect(io.talk.join()).toContain('[signing.library]')
  })
})
