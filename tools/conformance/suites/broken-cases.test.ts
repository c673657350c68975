import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { systemCrypto } from '@tiemchung/core/crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostWorld } from '../host-world.js'
import { runSuite } from '../run-suite.js'
import { suites } from '../suites.js'

let vectors: string

beforeAll(() => {
  vectors = mkdtempSync(join(tmpdir(), 'broken-'))
})
afterAll(() => rmSync(vectors, { recursive: true }))

/** Cases of which nothing, or not the whole, can be read. */
const broken = [
  null,
  7,
  {},
  { id: 'expects', expect: 'FAILURE', time: '2022-01-01T00:00:00Z' },
  { id: 'status', expect: 'unknown', cert: 'no', issuer: 'no', crl: 'no', response: 'no' },
  { id: 'empty', expect: 'FAILURE', chain: [], path: [], roots: [], inters: [], crls: [] },
]
const half = { time: '2022-01-01T00:00:00Z', maxAgeSeconds: 1, ders: [], certs: {}, crls: {} }
const group = { type: 'EcdsaVerify', sha: 'SHA-256', publicKeyDer: '00' }
const tests = [null, {}, { tcId: 1, result: 'invalid', msg: '00' }]

describe('a suite whose cases cannot be read', () => {
  it.each<[string, string, object, number]>([
    ['limbo', 'x509-limbo/dev.json', { ...half, cases: broken }, broken.length],
    ['pkits', 'pkits/dev.json', { ...half, tests: broken }, broken.length],
    ['boringssl-chains', 'boringssl-pki/chains.dev.json', { cases: broken }, broken.length],
    ['boringssl-crl', 'boringssl-pki/crl.dev.json', { ...half, cases: broken }, broken.length],
    ['boringssl-ocsp', 'boringssl-pki/ocsp.dev.json', { ...half, cases: broken }, broken.length],
    ['rfc3161', 'timestamp-tokens/dev.json', { cases: broken }, broken.length],
    ['wycheproof', 'wycheproof/dev/a_test.json', { testGroups: [{ ...group, tests }] }, 3],
    ['wycheproof-der', 'wycheproof/dev/a_test.json', { testGroups: [{ ...group, tests }] }, 3],
    ['qr-images', 'qr-images/index.json', [...broken, { file: 'absent.png', text: null }], 7],
    ['revocation', 'revocation/dev.json', broken, 2 + 4 * 10],
    ['revocation', 'revocation/dev.json', { filter: 'no' }, 1],
    ['business-rules', 'business-rules/a.jsonl', { tests: null }, 1],
    ['certlogic', 'certlogic/testSuite/a.json', {}, 1],
    ['cose', 'cose-examples/dev.json', { cases: broken }, broken.length],
    ['dcc-schema', 'dcc-schema/test/valid/a.json', [], 1],
    ['revocation', 'revocation/dev.json', { qr: null, hashes: {} }, 10],
    ['valuesets', 'valuesets/a.json', { valueSetValues: {} }, 1],
    ['vn', 'vn/vac_vn.json', { qr: null }, 1],
    ['limbo', 'x509-limbo/dev.json', {}, 1],
    ['pkits', 'pkits/dev.json', [], 1],
    ['boringssl-crl', 'boringssl-pki/crl.dev.json', { cases: 'none' }, 1],
    ['wycheproof', 'wycheproof/dev/a_test.json', { testGroups: [group] }, 1],
  ])('%s (%s) counts each as crashed and goes on', async (name, path, document, cases) => {
    const file = join(vectors, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(document))
    const suite = suites.find((one) => one.name === name)
    if (suite === undefined) throw new Error(`no suite called ${name}`)
    const { result } = await runSuite(suite, vectors, [], hostWorld(systemCrypto))
    expect(result).toMatchObject({ cases, right: 0, crashed: cases })
  })
})
