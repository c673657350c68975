import { describe, expect, test } from 'vitest'
import {
  bytes,
  crlEntry,
  forgeCrl,
  integer,
  nameOf,
  sequence,
} from '../certificate/forge.fixture.js'
import { issuing, issuingKey, open, rootKey, verify } from '../path/chain.fixture.js'
import { hardFail, softFail } from '../revocation/revocation-policy.js'
import {
  answer,
  byKey,
  byName,
  certificateId,
  forgeResponse,
  ocspSigning,
  responder,
  responderKey,
  revokedFor,
} from './forge-ocsp.fixture.js'

/** The root's answer about the issuing authority. */
const aboutIssuing = (status?: Uint8Array) => {
  const id = certificateId({ serial: integer(2), name: nameOf('TEST root'), key: rootKey })
  const answers = [answer({ id, ...(status === undefined ? {} : { status }) })]
  return forgeResponse({ responder: byName('TEST root'), answers }, rootKey)
}
const revokedAnswer = forgeResponse({ answers: [answer({ status: revokedFor(1) })] })
const list = (...entries: readonly Uint8Array[]) =>
  forgeCrl({ issuer: nameOf('TEST issuing'), entries }, issuingKey)
const about = async (ocsp: readonly Uint8Array[], crls: readonly Uint8Array[] = []) =>
  open(await verify({ revocation: { crls, ocsp: [aboutIssuing(), ...ocsp] } }))

describe('path.revocation by OCSP', () => {
  test('passes when each issuer says good of each certificate below the anchor', async () => {
    const report = await verify({ revocation: { ocsp: [forgeResponse(), aboutIssuing()] } })
    expect(report.verdict).toBe('valid')
    expect(
      report.checks.filter(({ id }) => id === 'path.revocation').map(({ status }) => status),
    ).toEqual(['passed', 'passed'])
  })

  test.each<[string, readonly Uint8Array[], readonly Uint8Array[], readonly string[]]>([
    ['good by a list alone', [], [list()], []],
    ['good by both', [forgeResponse()], [list()], []],
    ['revoked by the list', [forgeResponse()], [list(crlEntry(integer(3)))], ['revoked']],
    ['revoked by the response', [revokedAnswer], [list()], ['revoked']],
    ['silence of both', [], [], ['ocsp-other-certificate']],
    [
      'a stale list beside silence',
      [],
      [forgeCrl({ issuer: nameOf('TEST issuing'), extensions: [] }, issuingKey)],
      ['crl-no-number'],
    ],
  ])('of list and response takes %s', async (_, ocsp, crls, reasons) => {
    expect(await about(ocsp, crls)).toEqual(
      reasons.map((reason) => `path.revocation ${reason} certificate[0]`),
    )
  })

  test('fails for an authority that its own issuer says is revoked', async () => {
    const report = await verify({
      revocation: { ocsp: [forgeResponse(), aboutIssuing(revokedFor())] },
    })
    expect(report.verdict).toBe('invalid')
    expect(open(report)).toEqual(['path.revocation revoked certificate[1]'])
  })

  test('passes what was proven to be there before the revocation', async () => {
    const provenAt = new Date('2022-02-01T00:00:00Z')
    const ocsp = [aboutIssuing(), revokedAnswer]
    expect((await verify({ revocation: { ocsp, provenAt } })).verdict).toBe('valid')
  })

  test('finds a delegated responder among the intermediates, when the response leaves it out', async () => {
    const response = forgeResponse({ responder: byName('TEST responder') }, responderKey)
    const revocation = { ocsp: [response, aboutIssuing()] }
    expect((await verify({ revocation })).verdict).toBe('indeterminate')
    const intermediates = [issuing(), responder()]
    expect((await verify({ revocation, intermediates })).verdict).toBe('valid')
  })

  test('asks the lists about a delegated responder', async () => {
    const certificate = responder({ extensions: [ocspSigning] })
    const response = forgeResponse(
      { responder: byName('TEST responder'), certificates: [certificate] },
      responderKey,
    )
    const ocsp = [response, aboutIssuing()]
    expect(open(await verify({ revocation: { ocsp } }))).toEqual([
      'path.revocation ocsp-responder-unchecked certificate[0]',
    ])
    const policy = { ...hardFail, acceptsUncheckedResponders: true }
    expect((await verify({ revocation: { ocsp, policy } })).verdict).toBe('valid')
  })

  test('passes over what is unknown under a soft policy, and refuses what is revoked', async () => {
    const soft = (ocsp: readonly Uint8Array[]) => verify({ revocation: { ocsp, policy: softFail } })
    expect((await soft([bytes(1)])).verdict).toBe('valid')
    expect((await soft([revokedAnswer])).verdict).toBe('invalid')
  })

  test('sets a response aside that cannot be read, and says so', async () => {
    const report = await verify({
      revocation: { ocsp: [bytes(1), forgeResponse(), aboutIssuing()] },
    })
    expect(report.verdict).toBe('valid')
    expect(report.setAside).toEqual([{ from: 'ocsp', index: 0, code: 'x509.der.tag' }])
  })

  const keyless = { ...issuingKey, spki: sequence() }

  test('is silent under an issuer whose key cannot be read', async () => {
    const ocsp = [forgeResponse({ responder: byKey(issuingKey) }), aboutIssuing()]
    const report = await verify({
      intermediates: [issuing({ key: keyless })],
      revocation: { ocsp },
    })
    expect(report.verdict).toBe('invalid')
    expect(open(report)).toContain('path.revocation ocsp-other-certificate certificate[0]')
  })

  test('passes over a responder whose key cannot be read', async () => {
    const report = await verify({
      revocation: {
        ocsp: [
          forgeResponse({
            responder: byKey(issuingKey),
            certificates: [responder({ key: keyless })],
          }),
          aboutIssuing(),
        ],
      },
    })
    expect(report.verdict).toBe('valid')
  })
})
