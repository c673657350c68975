import { type Language, SigningError } from '@tiemchung/core'
import type { DoseRecord } from '@tiemchung/schemas'
import {
  type DaySeal,
  type DaySigningEvent,
  type DaySigningOutcome,
  type Signer,
  signDay as signRecordsOfDay,
} from '@tiemchung/signing'
import { readCertificate } from '@tiemchung/x509'
import { errorCatalogue } from '../../errors.js'
import type { ExitCode } from '../../exit-code.js'
import type { Io } from '../../io.js'
import { makeFolder } from '../../output.js'
import { documentsOf } from '../signature/documents.js'
import { readSeal } from '../signature/read-seal.js'
import { onlyOneStdin } from '../x509/read-files.js'
import { judgeBy } from './judge.js'
import type { KeyOptions } from './key-options.js'
import { checkKeyOptions, openKey } from './open-key.js'
import { writeEvidence } from './out-folder.js'
import { passwordSource } from './password.js'
import { type PlaceOptions, placeOf } from './place.js'
import { checkProgress, type HeldJournal, openProgress } from './progress.js'
import { isRefusal, lineOf, said } from './say-unsigned.js'

/** The options of `sign day`. */
export interface SignDayCommand extends KeyOptions, PlaceOptions {
  readonly out: string
  /** A signature for each record instead of one seal. */
  readonly each?: boolean
  /** The last seal of the day, when the folder has none of it. */
  readonly after?: string
  /** The id of a regime, or a file with a completeness policy. */
  readonly policy: string
  readonly json?: boolean
}

const progressFile = 'progress.ndjson'

const words = {
  vi: {
    waiting: 'Đang chờ người ký xác nhận.',
    done: (signed: number, all: number, files: readonly string[]) =>
      `Đã ký ${signed} trên ${all} bản ghi: ${files.join(', ')}`,
  },
  en: {
    waiting: 'Waiting for the signer to confirm.',
    done: (signed: number, all: number, files: readonly string[]) =>
      `${signed} of ${all} records are signed: ${files.join(', ')}`,
  },
} as const

function telling(io: Io, language: Language): (event: DaySigningEvent) => void {
  return (event) => {
    if (event.kind === 'waiting') io.say(words[language].waiting)
    if (event.kind === 'signed') io.terminal.progress?.(`${event.done}/${event.total}`)
  }
}

/** What is to be signed, and how. */
interface Job {
  readonly command: SignDayCommand
  readonly language: Language
  readonly records: readonly DoseRecord[]
  readonly day: ReturnType<typeof placeOf> & { readonly after?: DaySeal }
}

/** @throws SigningError `cli.certificate-time` before anything is signed */
function checkInForce({ chain: [own] }: Signer, at: Date): void {
  if (own === undefined) return
  const { notBefore, notAfter } = readCertificate(own)
  if (at >= notBefore && at <= notAfter) return
  throw new SigningError(errorCatalogue, 'cli.certificate-time')
}

async function signWith(io: Io, job: Job, journal: HeldJournal): Promise<DaySigningOutcome> {
  const { command, language, records, day } = job
  const judge = await judgeBy(io, command.policy)
  const { signer, close } = await openKey(io, command, language)
  try {
    const mode = command.each === true ? 'records' : 'seal'
    const onEvent = telling(io, language)
    const at = io.clock.now()
    checkInForce(signer, at)
    return await signRecordsOfDay({ mode, ...day, records }, signer, {
      at,
      journal,
      judge,
      onEvent,
    })
  } finally {
    io.terminal.progress?.('')
    await close()
  }
}

function show(io: Io, job: Job, { unsigned }: DaySigningOutcome, files: readonly string[]): void {
  const { command, language, records, day } = job
  const signed = records.length - unsigned.length
  const reasons = unsigned.map((one) => said(one, language))
  if (command.json === true) {
    const { facility, date } = day
    io.out(JSON.stringify({ facility, day: date, signed, unsigned: reasons, files }))
    return
  }
  for (const one of reasons) io.out(lineOf(one))
  io.say(words[language].done(signed, records.length, files))
}

/** 0 when all are signed, 1 when somebody has to see to a record, 2 when the same call can go on. */
function codeOfDay({ unsigned }: DaySigningOutcome): ExitCode {
  if (unsigned.length === 0) return 0
  return unsigned.some(isRefusal) ? 1 : 2
}

async function jobOf(
  io: Io,
  path: string,
  command: SignDayCommand,
  language: Language,
): Promise<Job> {
  const found = await documentsOf(io, path, ['records'])
  const day = placeOf(found, command)
  const { after } = command
  const before = after === undefined ? {} : { after: await readSeal(io, after, ['--after']) }
  // What is no record is refused by name when it is signed.
  return { command, language, records: found as readonly DoseRecord[], day: { ...day, ...before } }
}

/**
 * Signs the records of a facility's day, all under one seal or each for itself, into a folder. Progress is kept there, so that the
 * same call goes on after a crash or a refusal, and signs nothing twice.
 */
export async function signDay(
  io: Io,
  path: string,
  command: SignDayCommand,
  language: Language,
): Promise<ExitCode> {
  checkKeyOptions(command)
  const source = passwordSource(command, language)
  const typed = 'descriptor' in source && source.descriptor === 0 ? '-' : undefined
  const { key, pkcs12, after, chain, policy } = command
  onlyOneStdin([path, key, pkcs12, after, ...chain, policy, typed])
  const job = await jobOf(io, path, command, language)
  await makeFolder(io, '--out', command.out)
  const journal = await openProgress(io, `${command.out}/${progressFile}`)
  try {
    await checkProgress(io, command.out, journal)
    const outcome = await signWith(io, job, journal)
    const files = await writeEvidence(io, command.out, outcome)
    show(io, job, outcome, files)
    return codeOfDay(outcome)
  } finally {
    await journal.close()
  }
}
