import {
  addDays,
  type CivilDate,
  endOfDay,
  fromBase64,
  startOfDay,
  toBase64,
} from '@tiemchung/core'
import { systemCrypto } from '@tiemchung/core/crypto'
import type { Facility } from '@tiemchung/schemas'
import { softwareSigner } from '@tiemchung/signing'
import { keyIdOf, readCertificate } from '@tiemchung/x509'
import {
  authorityOf,
  type CertificateAuthority,
  createAuthority,
  exportPrivateKey,
  generateSigningKey,
  importKeyPair,
} from '@tiemchung/x509/ca'
import type { Database } from '../database/database.js'
import { keepSecret, secretOf } from '../database/secrets.js'
import { facilitySubject } from '../facility-certificate/subject.js'
import type { Authority, DocumentSigner, FacilityKey } from './authority.js'
import { type FacilityIssuer, facilityUsages } from './facility-issuer.js'

/** Extended key usage of signers of DCC vaccination certificates. */
const dccVaccination = '1.3.6.1.4.1.1847.2021.1.2'

/** What is kept of the authorities, so that a restart finds the same ones. */
interface Kept {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly facilityRoot: string
  /** What the root has revoked. Absent in databases from before there was one. */
  readonly facilityRootCrl?: string
  /** The authority that facility keys come from, for facilities that are added later. */
  readonly issuing: { readonly pkcs8: string; readonly certificate: string }
  readonly countryRoot: string
  readonly facilities: readonly { facility: string; pkcs8: string; chain: readonly string[] }[]
  readonly signers: Readonly<Record<'ES256' | 'PS256', { pkcs8: string; certificate: string }>>
}

type Days = { readonly from: CivilDate; readonly to: CivilDate }

const between = ({ from, to }: Days) => ({
  notBefore: startOfDay(from),
  notAfter: new Date(endOfDay(to).getTime() - 1000),
})

const name = (commonName: string) => ({
  commonName,
  organization: 'Tiemchung Sandbox',
  country: 'VN',
})

async function makeFacilityKeys(
  issuing: CertificateAuthority,
  facilities: readonly Facility[],
  days: Days,
): Promise<Kept['facilities']> {
  const keys: { facility: string; pkcs8: string; chain: readonly string[] }[] = []
  for (const facility of facilities) {
    const pair = await generateSigningKey('ES256', { extractable: true })
    const { certificate } = await issuing.issue({
      subject: facilitySubject(facility),
      publicKey: pair.publicKey,
      validity: between(days),
      ...facilityUsages,
    })
    const chain = [certificate, issuing.certificate].map(toBase64)
    const pkcs8 = toBase64(await exportPrivateKey(pair))
    keys.push({ facility: facility.code, pkcs8, chain })
  }
  return keys
}

async function makeSigner(country: CertificateAuthority, algorithm: 'ES256' | 'PS256', days: Days) {
  const pair = await generateSigningKey(algorithm, { extractable: true, modulusLength: 2048 })
  const { certificate } = await country.issue({
    subject: name(`TEST DSC ${algorithm}`),
    publicKey: pair.publicKey,
    validity: between(days),
    extendedKeyUsage: [dccVaccination],
  })
  return { pkcs8: toBase64(await exportPrivateKey(pair)), certificate: toBase64(certificate) }
}

async function makeAll(days: Days): Promise<Kept> {
  const wide = between({ from: addDays(days.from, -30), to: addDays(days.to, 30) })
  const root = await createAuthority({
    subject: name('TEST facility root'),
    keys: await generateSigningKey('ES384'),
    validity: wide,
  })
  const issuingKeys = await generateSigningKey('ES256', { extractable: true })
  const issuing = await root.issueAuthority({
    subject: name('TEST facility issuing authority'),
    keys: issuingKeys,
    validity: wide,
  })
  const country = await createAuthority({
    subject: name('TEST CSCA'),
    keys: await generateSigningKey('ES256'),
    validity: wide,
    pathLength: 0,
  })
  return {
    ...days,
    facilityRoot: toBase64(root.certificate),
    facilityRootCrl: toBase64(
      await root.crl({ thisUpdate: wide.notBefore, nextUpdate: wide.notAfter }),
    ),
    countryRoot: toBase64(country.certificate),
    issuing: {
      pkcs8: toBase64(await exportPrivateKey(issuingKeys)),
      certificate: toBase64(issuing.certificate),
    },
    facilities: [],
    signers: {
      ES256: await makeSigner(country, 'ES256', days),
      PS256: await makeSigner(country, 'PS256', days),
    },
  }
}

async function signerOf(
  algorithm: 'ES256' | 'PS256',
  kept: Kept['signers']['ES256'],
): Promise<DocumentSigner> {
  const certificate = fromBase64(kept.certificate)
  const { notBefore, notAfter } = readCertificate(certificate)
  const privateKey = { pkcs8: fromBase64(kept.pkcs8) }
  return {
    signer: await softwareSigner({ privateKey, algorithm, chain: [certificate] }),
    keyId: await keyIdOf(certificate, systemCrypto),
    certificate,
    notBefore,
    notAfter,
  }
}

async function opened(kept: Kept): Promise<Authority> {
  const facilityKeys = kept.facilities.map(
    ({ facility, pkcs8, chain }): FacilityKey => ({
      facility,
      algorithm: 'ES256',
      pkcs8: fromBase64(pkcs8),
      chain: chain.map(fromBase64),
    }),
  )
  return {
    facilityAnchors: [fromBase64(kept.facilityRoot)],
    countryAnchors: [fromBase64(kept.countryRoot)],
    documentSigners: {
      ES256: await signerOf('ES256', kept.signers.ES256),
      PS256: await signerOf('PS256', kept.signers.PS256),
    },
    facilityKeys,
    certify: async (subject, publicKey) => {
      const { certificate, keys } = await issuerIn(kept)
      const wish = { subject, publicKey, validity: between(kept), ...facilityUsages }
      const issued = await authorityOf(certificate, keys).issue(wish)
      return [issued.certificate, certificate]
    },
    validity: { from: kept.from, to: kept.to },
  }
}

async function issuerIn({ issuing, facilityRootCrl }: Kept): Promise<FacilityIssuer> {
  const certificate = fromBase64(issuing.certificate)
  const { spki } = readCertificate(certificate)
  return {
    certificate,
    keys: await importKeyPair('ES256', fromBase64(issuing.pkcs8), spki),
    rootCrl: facilityRootCrl === undefined ? undefined : fromBase64(facilityRootCrl),
  }
}

/** With a key for each facility that may sign and has none yet. */
async function withKeysFor(kept: Kept, facilities: readonly Facility[]): Promise<Kept> {
  const known = new Set(kept.facilities.map((one) => one.facility))
  const others = facilities.filter(({ code, canSign }) => canSign && !known.has(code))
  if (others.length === 0) return kept
  const { certificate, keys } = await issuerIn(kept)
  const made = await makeFacilityKeys(authorityOf(certificate, keys), others, kept)
  return { ...kept, facilities: [...kept.facilities, ...made] }
}

/**
 * The authorities that a database has, made when it has none, with a key for each facility. All of them
 * are for tests.
 */
export async function openAuthority(
  database: Database,
  facilities: readonly Facility[],
  days: Days,
): Promise<{ authority: Authority; issuer: FacilityIssuer }> {
  const found = await secretOf<Kept>(database, 'authority')
  const before = found ?? (await makeAll(days))
  const kept = await withKeysFor(before, facilities)
  if (kept !== found) await keepSecret(database, 'authority', kept)
  return { authority: await opened(kept), issuer: await issuerIn(kept) }
}
