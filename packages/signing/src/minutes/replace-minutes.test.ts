import { parseUuid } from '@tiemchung/core'
import { beforeAll, expect, test } from 'vitest'
import type { Minutes } from '@tiemchung/schemas/wire'
import type { SigningPolicy } from '../policy/signing-policy.js'
import { signingPolicy1815 } from '../policy/signing-policy-1815.js'
import type { DaySeal, SealProof } from '../seal/day-seal.js'
import type { SealedRecord } from '../seal/judge-sealed.js'
import type { SealedDay } from '../seal/seal-day.js'
import {
  codeOf,
  date,
  facility,
  firstOpen,
  signedAt,
  type TestChain,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'
import { drawUpMinutes } from './draw-up-minutes.js'
import { checkReplacement, replaceMinutes } from './replace-minutes.js'

const records = [testRecord(0), testRecord(1)]
const minutes = await drawUpMinutes({
  id: parseUuid('0180dedf-0820-7a73-b506-3bb1bbcbb47c'),
  facility,
  date,
  ledBy: { role: 'facility-head', fullName: 'Trần Thị Mẫu' },
  parties: [{ role: 'police', fullName: 'Phạm Quang Mẫu' }],
  records,
  concludedAt: new Date('2022-05-20T10:00:00Z'),
})
let chain: TestChain
let sealed: SealedDay
beforeAll(async () => {
  chain = await testChain()
  sealed = await replaceMinutes({ minutes, records }, chain.signer, { at: signedAt })
})
const items = () =>
  records.map((record, index) => ({ record, proof: sealed.proofs[index] as SealProof }))
interface Change {
  readonly given?: Minutes
  readonly some?: readonly SealedRecord[]
  readonly seal?: DaySeal
  readonly policy?: SigningPolicy
}
const check = (change: Change = {}) => {
  const { given = minutes, some = items(), seal = sealed.seal } = change
  const { policy = signingPolicy1815 } = change
  return checkReplacement(given, some, seal, policy, { anchors: chain.anchors })
}

test('a seal that names the minutes and has all their records takes their place', async () => {
  expect((await check()).verdict).toBe('valid')
})

const { minutes: rules } = signingPolicy1815
test.each<[string, () => Change, string]>([
  [
    'minutes that were changed',
    () => ({ given: { ...minutes, ledBy: { ...minutes.ledBy, fullName: 'Lê Văn Mẫu' } } }),
    'replacement.named failed not-named',
  ],
  [
    'a record that is not shown',
    () => ({ some: items().slice(1) }),
    'replacement.records failed not-all',
  ],
  [
    'a seal that is none',
    () => ({ seal: { ...sealed.seal, jws: 'a.b.c' } }),
    'replacement.seal failed invalid',
  ],
  [
    'a policy without it',
    () => ({ policy: { ...signingPolicy1815, minutes: { ...rules, replacedBy: 'nothing' } } }),
    'replacement.allowed failed never',
  ],
])('not %s', async (_, change, open) => {
  const report = await check(change())
  expect(report.verdict).toBe('invalid')
  expect(firstOpen(report)).toBe(open)
})

test.each([
  ['other records', [testRecord(0), testRecord(2)]],
  ['fewer', [testRecord(0)]],
  ['another order', [testRecord(1), testRecord(0)]],
  ['changed ones', [testRecord(0), { ...testRecord(1), enteredBy: 'else' }]],
])('%s than those of the minutes are not sealed in their place', async (_, given) => {
  const sealing = replaceMinutes({ minutes, records: given }, chain.signer, { at: signedAt })
  expect(await codeOf(sealing)).toBe('signing.minutes.records')
})
