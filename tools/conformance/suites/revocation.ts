import { equalBytes, toBase64, utf8 } from '@tiemchung/core'
import {
  bloomFilterOf,
  checkRevocation,
  loadRevocationList,
  readBloomFilter,
  type RevocationHashType,
  revocationSubjectOf,
} from '@tiemchung/certificates/revocation'
import { coseNumberOf } from '@tiemchung/certificates/verify'
import { bytesOfBase64, bytesOfHex } from '../read-case.js'
import { type CaseOutcome, type Item, judge, type Suite, type SuiteWorld } from '../suite.js'

/** A filter of the Java code: its words, what was put in, and what it then answered. */
interface FilterCase {
  readonly p: number
  /** Base64 of a JSON list of signed words. */
  readonly filter: string
  readonly data: readonly string[]
  /** A JSON list of 1 and 0, one for each of `data`. */
  readonly exists: string
  readonly written: readonly number[]
}

/** A certificate, what it is known by, and the three hashes that the gateway has of it. */
interface HashCase {
  readonly qr: string
  /** In hex. */
  readonly kid: string
  readonly ci: string
  readonly co: string
  readonly alg: number
  readonly hashes: Readonly<Record<string, string>>
}

function numbersIn(json: string, length?: number): readonly number[] {
  const numbers: unknown = JSON.parse(json)
  const sound = Array.isArray(numbers) && numbers.every(Number.isInteger)
  if (!sound || (length !== undefined && numbers.length !== length)) {
    throw new TypeError('a filter without its numbers')
  }
  return numbers as readonly number[]
}

/** The filter as the Java code writes it to a stream, by the words of the case and our own arithmetic. */
function streamOf(words: readonly number[], capacity: number, rate: number): Uint8Array {
  const stream = new DataView(new ArrayBuffer(20 + words.length * 4))
  stream.setInt16(0, 1)
  stream.setInt8(2, Math.max(1, Math.round(((words.length * 32) / capacity) * Math.LN2)))
  stream.setFloat32(4, rate)
  stream.setInt32(8, capacity)
  stream.setInt32(16, words.length)
  words.forEach((word, index) => stream.setInt32(20 + index * 4, word))
  return new Uint8Array(stream.buffer)
}

function wordsOf(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + 20)
  return Array.from({ length: view.byteLength / 4 }, (_, index) => view.getInt32(index * 4))
}

function* judgeFilter(id: string, one: FilterCase, { crypto }: SuiteWorld) {
  const elements = one.data.map(utf8)
  const words = numbersIn(new TextDecoder().decode(bytesOfBase64(one.filter)))
  const exists = numbersIn(one.exists, elements.length)
  const written = numbersIn(JSON.stringify(one.written), elements.length)
  for (const [index, element] of elements.entries()) {
    const there = exists[index] === 1
    yield judge(
      `${id} reads ${index}`,
      there,
      () => readBloomFilter(streamOf(words, elements.length, one.p)).mightContain(element, crypto),
      'bloom-read',
    )
  }
  yield judge(
    `${id} writes`,
    true,
    async () => {
      const put = elements.filter((_, index) => written[index] === 1)
      const options = { falsePositiveRate: one.p, capacity: elements.length, crypto }
      const filter = await bloomFilterOf(put, options)
      return JSON.stringify(wordsOf(filter.toBytes())) === JSON.stringify(words)
    },
    'bloom-write',
  )
}

const day = {
  issuedAt: '2022-06-01T00:00:00Z',
  nextUpdate: '2022-06-02T00:00:00Z',
  at: new Date('2022-06-01T12:00:00Z'),
}

function isSubject({ qr, kid, ci, co, alg }: HashCase): boolean {
  const subject = revocationSubjectOf(qr)
  const said = subject.certificateId === ci && subject.country === co
  const keyed = equalBytes(subject.keyId, bytesOfHex(kid))
  return said && keyed && coseNumberOf[subject.algorithm] === alg
}

async function isListed(
  { qr, kid, hashes }: HashCase,
  [type, hashType]: readonly [RevocationHashType, RevocationHashType],
  crypto: SuiteWorld['crypto'],
): Promise<boolean> {
  const hash = toBase64(bytesOfBase64(hashes[type]))
  const keyId = toBase64(bytesOfHex(kid))
  const groups = [{ keyId, hashType, hashes: [hash] }]
  const list = loadRevocationList({ format: 'revocation-list/1', version: '1', ...day, groups })
  const subject = revocationSubjectOf(qr)
  return (await checkRevocation(list, subject, { at: day.at, crypto })) === 'listed'
}

/** Each hash revokes under its own type, and under no other. */
function* judgeHashes(id: string, one: HashCase, { crypto }: SuiteWorld) {
  yield judge(`${id} subject`, true, () => isSubject(one), 'subject')
  const types: readonly RevocationHashType[] = ['UCI', 'COUNTRYCODEUCI', 'SIGNATURE']
  for (const type of types) {
    for (const under of types) {
      yield judge(
        `${id} ${type} as ${under}`,
        under === type,
        () => isListed(one, [type, under], crypto),
        'hash',
      )
    }
  }
}

function judgeRow({ id, value }: Item, world: SuiteWorld): Iterable<Promise<CaseOutcome>> {
  const one = value as FilterCase | HashCase
  if ('filter' in one) return judgeFilter(id, one, world)
  return judgeHashes(id, one, world)
}

/** The DCC's revocation: bloom filters of its Java code, and hashes that its gateway returned. */
export const revocation: Suite = {
  name: 'revocation',
  folder: 'revocation',
  files: /\.jsonl?$/,
  judge: judgeRow,
}
