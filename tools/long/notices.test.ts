/** That fuzzing finds nothing is believed only of runs that find what was broken on purpose. */
import {
  ocspStatus,
  readOcspResponse,
  readTimestampResponse,
  readTimestampToken,
  softFail,
  verifyPath,
  verifyTimestamp,
} from '@tiemchung/x509'
import { describe, expect, test } from 'vitest'
import { x509Corpus } from './corpus-x509.js'
import { type DriveWorld, drive } from './drive.js'
import { revocationRun } from './fuzz/revocation.js'
import { timestampsRun } from './fuzz/timestamps.js'
import { credulous, x509Code } from './fuzz/x509-code.js'
import type { LongRun } from './long-run.js'

type Row = readonly [what: string, broken: Partial<typeof x509Code>, says: string]

const calm: DriveWorld = { cpuMs: () => 0, heapMb: () => 20, strays: () => [] }
const most = 4000

/** What failed in the first cases, up to the ones in which this is told. */
async function told(run: LongRun, says: string): Promise<string> {
  const all: string[] = []
  for (let first = 0; first < most; first += 100) {
    const { failures } = await drive(run, { seed: 1815, first, step: 1, end: first + 100 }, calm)
    all.push(...failures.map((failure) => failure.says))
    if (all.some((one) => one.includes(says))) break
  }
  return all.join('\n')
}

const other = (bytes: Uint8Array) => bytes.map((octet) => octet ^ 1)
const whole = ({ buffer }: Uint8Array) => new Uint8Array(buffer)

describe('revocation notices', () => {
  test.each<Row>([
    [
      'a path that believes every signature',
      { verifyPath: (query) => verifyPath({ ...query, crypto: credulous }) },
      'by a source that nobody signed',
    ],
    [
      'a path for which unknown is good',
      {
        verifyPath: (query) =>
          verifyPath({ ...query, revocation: { ...query.revocation, policy: softFail } }),
      },
      'good though the authority does not say so',
    ],
    [
      'a path that keeps an answer back',
      {
        verifyPath: ({ revocation = {}, ...query }) => {
          const ocsp = revocation.ocsp?.slice(0, 1) ?? []
          return verifyPath({ ...query, revocation: { ...revocation, ocsp } })
        },
      },
      'reader and judge do not agree',
    ],
    [
      'a report without a check',
      {
        verifyPath: async (query) => {
          const report = await verifyPath(query)
          return { ...report, checks: report.checks.slice(1) }
        },
      },
      'the report does not list every check',
    ],
    [
      'a search without bounds',
      {
        verifyPath: async (query) => {
          const report = await verifyPath(query)
          return { ...report, work: { ...report.work, signatures: 101 } }
        },
      },
      'more work than allowed',
    ],
    [
      'a status that believes every signature',
      { ocspStatus: (query) => ocspStatus({ ...query, crypto: credulous }) },
      'by an answer that nobody signed',
    ],
    [
      'a status that looks for no nonce',
      { ocspStatus: ({ nonce: _, ...query }) => ocspStatus(query) },
      'though another nonce was sent',
    ],
    [
      'an answer that keeps other bytes',
      {
        readOcspResponse: (der) => {
          const read = readOcspResponse(der)
          if (read.status !== 'successful') return read
          return { ...read, basic: { ...read.basic, signature: other(read.basic.signature) } }
        },
      },
      'an answer keeps other bytes than were read',
    ],
    [
      'an answer that is read beyond its end',
      { readOcspResponse: (der) => readOcspResponse(whole(der)) },
      'an answer is read by what is around it',
    ],
    [
      'a path that believes every certificate',
      { verifyPath: (query) => verifyPath({ ...query, crypto: credulous }) },
      'valid over a certificate that nobody issued',
    ],
    [
      'an error that is not ours',
      {
        readCrl: () => {
          throw new TypeError('x is undefined')
        },
      },
      'TypeError: x is undefined',
    ],
  ])('%s', async (_, broken, says) => {
    expect(await told(revocationRun({ ...x509Code, ...broken }), says)).toContain(says)
  })
})

describe('timestamps notices', () => {
  test.each<Row>([
    [
      'a judge that believes every signature',
      { verifyTimestamp: (query) => verifyTimestamp({ ...query, crypto: credulous }) },
      'by a token that nobody signed',
    ],
    [
      'a judge that looks at no imprint',
      {
        verifyTimestamp: (query) =>
          verifyTimestamp({ ...query, message: x509Corpus().bytes('message') }),
      },
      'valid for another message',
    ],
    [
      'a judge that looks for no nonce',
      {
        verifyTimestamp: (query) => {
          const { nonce: _, ...rest } = query
          return verifyTimestamp(rest)
        },
      },
      'valid though another nonce was sent',
    ],
    [
      'a judge that tells another time',
      {
        verifyTimestamp: async (query) => {
          const report = await verifyTimestamp(query)
          return report.verdict === 'valid' ? { ...report, time: new Date(0) } : report
        },
      },
      'another time is told than was stamped',
    ],
    [
      'a judge that tells a time that does not hold',
      {
        verifyTimestamp: async (query) => {
          const report = await verifyTimestamp(query)
          return report.verdict === 'valid' ? report : { ...report, time: new Date(0) }
        },
      },
      'a time that does not hold is given',
    ],
    [
      'a judge of responses by other rules',
      {
        verifyTimestamp: async (query) => {
          const report = await verifyTimestamp(query)
          const open = 'response' in query && report.verdict === 'indeterminate'
          return open ? { ...report, verdict: 'invalid' } : report
        },
      },
      'a response is judged otherwise than its token',
    ],
    [
      'a token that keeps other bytes',
      {
        readTimestampToken: (der) => {
          const read = readTimestampToken(der)
          return { ...read, content: other(read.content) }
        },
      },
      'a token keeps other bytes than were read',
    ],
    [
      'a token that is read beyond its end',
      { readTimestampToken: (der) => readTimestampToken(whole(der)) },
      'a token is read by what is around it',
    ],
    [
      'a response without its token',
      { readTimestampResponse: (der) => ({ ...readTimestampResponse(der), token: undefined }) },
      'a grant without a token',
    ],
    [
      'a path for which every signature was there in time',
      {
        verifyPath: (query) =>
          verifyPath({ ...query, revocation: { ...query.revocation, provenAt: new Date(0) } }),
      },
      'valid, and proven is false',
    ],
  ])('%s', async (_, broken, says) => {
    expect(await told(timestampsRun({ ...x509Code, ...broken }), says)).toContain(says)
  })
})
