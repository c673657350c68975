import { beforeAll, describe, expect, test } from 'vitest'
import { type CompactSignedRecord, signRecord } from '../record/sign-records.js'
import { verifyRecord } from '../record/verify-record.js'
import {
  type TestChain,
  firstOpen,
  signedAt,
  testChain,
  testRecord,
} from '../test-chain.fixture.js'

const may = (day: number) => new Date(Date.UTC(2022, 4, day))
const june = (day: number) => new Date(Date.UTC(2022, 5, day))
const at = june(30)

let chain: TestChain
let signed: CompactSignedRecord
beforeAll(async () => {
  chain = await testChain()
  signed = await signRecord(testRecord(), chain.signer, { at: signedAt })
})

const openSince = 'signer.chain unknown revoked-since'
const refused = 'signer.chain failed revoked'

// The record claims 20 May; the certificate is revoked on 10 June, and the list says since when the key is held to be lost.
describe('a key that is held to be lost before its certificate is revoked', () => {
  test.each<[string, Date, Date | undefined, string | undefined]>([
    ['lost after the claim, with nothing to prove it', june(1), undefined, openSince],
    ['lost after the claim, proven before it was lost', june(1), may(25), undefined],
    ['lost after the claim, proven when it was lost', june(1), june(1), openSince],
    ['proven after it was lost and before it was revoked', june(1), june(5), openSince],
    ['lost before the claim, whatever is proven', may(1), may(25), refused],
    ['lost before the claim, with nothing to prove it', may(1), undefined, refused],
    ['lost in the second of the claim', signedAt, undefined, refused],
    ['lost only after it was revoked: the earlier instant counts', june(20), june(15), openSince],
    ['lost only after it was revoked, proven before either', june(20), june(5), undefined],
  ])('%s', async (_, lostSince, provenAt, open) => {
    const crls = await chain.lostSince(lostSince, june(10))
    const proof = provenAt === undefined ? {} : { provenAt }
    const { anchors } = chain
    const report = await verifyRecord(signed, { anchors, at, revocation: { crls }, ...proof })
    expect(firstOpen(report)).toBe(open)
    expect(report.verdict).toBe(
      open === undefined ? 'valid' : open === refused ? 'invalid' : 'indeterminate',
    )
  })
})
