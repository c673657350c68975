/** The folder of a day: what was signed, in files that `audit` and `verify` read. */
import { utf8 } from '@tiemchung/core'
import type { SignedRecord } from '@tiemchung/schemas/wire'
import { type DayEvidence, readSealContent, type SealedDayRecords } from '@tiemchung/signing'
import type { Io } from '../../io.js'
import { writeTo } from '../../output.js'
import { documentsOf } from '../signature/documents.js'

const lines = (documents: readonly unknown[]) =>
  documents.map((one) => `${JSON.stringify(one)}\n`).join('')

async function write(io: Io, folder: string, name: string, text: string): Promise<string> {
  await writeTo(io, '--out', `${folder}/${name}`, utf8(text))
  return name
}

/** A seal, its proofs and its records as they were sealed, under the number of the seal. */
async function writeSealed(
  io: Io,
  folder: string,
  { seal, proofs, texts }: SealedDayRecords,
): Promise<readonly string[]> {
  const number = readSealContent(seal)?.sequence ?? 1
  return [
    await write(io, folder, `records-${number}.ndjson`, texts.map((text) => `${text}\n`).join('')),
    await write(io, folder, `proofs-${number}.ndjson`, lines(proofs)),
    // The seal last: where it is, everything that it is about is there too.
    await write(io, folder, `seal-${number}.json`, lines([seal])),
  ]
}

const signedName = 'signed.ndjson'

/** Signed records beside those that are there: what was signed by another call with another list stays. */
async function writeSigned(
  io: Io,
  folder: string,
  signed: readonly SignedRecord[],
): Promise<readonly string[]> {
  if (signed.length === 0) return []
  const names = (await io.list(folder)).map(({ name }) => name)
  const before = names.includes(signedName)
    ? await documentsOf(io, `${folder}/${signedName}`, ['--out'])
    : []
  const ids = new Set(signed.map(({ recordId }) => recordId as unknown))
  const others = before.filter((one) => !ids.has((one as SignedRecord | null)?.recordId))
  return [await write(io, folder, signedName, lines([...others, ...signed]))]
}

/**
 * Writes what was signed; the names of the files.
 *
 * @throws InputError `cli.write`
 */
export async function writeEvidence(
  io: Io,
  folder: string,
  { signed, sealed }: DayEvidence,
): Promise<readonly string[]> {
  const files: string[] = []
  for (const one of sealed) files.push(...(await writeSealed(io, folder, one)))
  return [...files, ...(await writeSigned(io, folder, signed))]
}
