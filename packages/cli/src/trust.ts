/** Whom `verify` believes: the keys of a list, each with its chain to the authority of its country. */
import { createHash } from 'node:crypto'
import type { TrustedKey, TrustStore, VerifyOptions } from '@tiemchung/certificates'
import {
  chainVerifier,
  type CountryAnchor,
  type LoadedTrustList,
  loadTrustList,
  parseTrustList,
  type TrustListItem,
} from '@tiemchung/certificates/trust'
import {
  fromBase64,
  fromPem,
  fromUtf8,
  InputError,
  type Language,
  openChecks,
} from '@tiemchung/core'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from './errors.js'
import { bytesOf, jsonOf } from './input.js'
import type { Io } from './io.js'

/** The options that say whom to believe. */
export interface TrustOptions {
  readonly trustList: string
  /** `VN=csca.pem`, once for each file. */
  readonly anchor: readonly string[]
}

/** What `verifyCertificate` needs to know of trust. */
export type Trust = Required<Pick<VerifyOptions, 'trust' | 'chain'>>

/** First byte of every certificate in DER. */
const sequence = 0x30

async function anchorsOf(io: Io, argument: string): Promise<readonly CountryAnchor[]> {
  const [, country, path] = /^([A-Z]{2})=(.+)$/.exec(argument) ?? []
  const where = ['--anchor']
  if (country === undefined || path === undefined) {
    throw new InputError(errorCatalogue, 'cli.use', { path: where })
  }
  const bytes = await bytesOf(io, path, where)
  const found = bytes[0] === sequence ? [bytes] : fromPem(fromUtf8(bytes), 'CERTIFICATE')
  return found.map((der) => ({ country, certificate: readCertificate(der).der }))
}

type ListCheck = LoadedTrustList['report']['checks'][number]

/** A certificate whose path does not hold, to be met again when a code names it: then it is told why. */
function refusedKeys(
  { subject, params }: ListCheck,
  items: readonly TrustListItem[],
): TrustedKey[] {
  const item = items[Number(/^items\[(\d+)\]$/.exec(subject ?? '')?.[1])]
  if (item === undefined || params?.['check'] === undefined) return []
  const { der, spki, notBefore, notAfter } = readCertificate(fromBase64(item.certificate))
  const keyId = new Uint8Array(createHash('sha256').update(der).digest().subarray(0, 8))
  const { country } = item
  return [{ keyId, key: spki, country, notBefore, notAfter, certificate: der }]
}

/** The keys that were believed, and those that the chain verifier will refuse. */
function storeOf({ trust, report }: LoadedTrustList, items: readonly TrustListItem[]): TrustStore {
  const stale = report.checks.some(
    ({ id, status }) => id === 'trust-list.freshness' && status !== 'passed',
  )
  if (stale) return trust
  const refused = openChecks(report).flatMap((check) => refusedKeys(check, items))
  return {
    ...(trust.version === undefined ? {} : { version: trust.version }),
    isEmpty: items.length === 0,
    keysFor: (keyId) => [
      ...trust.keysFor(keyId),
      ...refused.filter((key) => key.keyId.every((byte, index) => byte === keyId[index])),
    ],
  }
}

const words: Readonly<
  Record<Language, { readonly list: string; readonly items: (count: number) => string }>
> = {
  vi: {
    list: 'Danh sách tin cậy không còn hiệu lực',
    items: (count) => `Danh sách tin cậy: ${count} chứng thư số không dùng được`,
  },
  en: {
    list: 'The trust list is not in force',
    items: (count) => `Trust list: ${count} certificates without effect`,
  },
}

/** One line for each reason, however long the list is. */
function sayLeftOut(io: Io, { report }: LoadedTrustList, language: Language): void {
  const { list, items } = words[language]
  const counts = new Map<string, number>()
  for (const { id, reason, params } of openChecks(report)) {
    if (id === 'trust-list.freshness') io.say(`${list} [${id} ${reason}]`)
    else {
      const key = [id, params?.['check'], reason].filter(Boolean).join(' ')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  for (const [reason, count] of counts) io.say(`${items(count)} [${reason}]`)
}

/** One judgement a key: a batch is signed by few, and the instant is the same for all of it. */
function judgedOnce(chain: Trust['chain']): Trust['chain'] {
  const known = new Map<TrustedKey, ReturnType<Trust['chain']>>()
  return (key, at) => {
    const found = known.get(key) ?? chain(key, at)
    known.set(key, found)
    return found
  }
}

/**
 * The keys of a list, with a verifier of their chains to the anchors at an instant. A key whose chain
 * does not hold stays known, so that its certificates are refused by `signer.chain` and not for being
 * unknown.
 *
 * @throws ParseError `cli.file`, `cli.json`, `certificate-trust.list`, `parse.pem`, `x509.*`
 * @throws InputError `cli.use` for an anchor that is not `VN=file`
 */
export async function trustOf(
  io: Io,
  options: TrustOptions,
  at: Date,
  language: Language,
): Promise<Trust> {
  const anchors = (await Promise.all(options.anchor.map((one) => anchorsOf(io, one)))).flat()
  const document = await jsonOf(io, options.trustList, ['--trust-list'])
  const loaded = await loadTrustList(document, { anchors, at })
  sayLeftOut(io, loaded, language)
  const trust = storeOf(loaded, parseTrustList(document).items)
  return { trust, chain: judgedOnce(chainVerifier({ anchors })) }
}
