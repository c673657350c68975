/** One vaccination day in its ten steps, through the public packages only. */
import { join } from 'node:path'
import process from 'node:process'
import type { RollUp } from '@tiemchung/schemas/wire'
import type { EntryFinding } from '../facility/calls.js'
import type { Workbooks } from '../generate/make-workbooks.js'
import type { Truth } from '../generate/truth.js'
import { freshSchema } from '../platform/database.js'
import { type Platform, startPlatform } from '../platform/platform.js'
import { closeDay } from '../step/close-day.js'
import { giveDoses } from '../step/give-doses.js'
import { type FeedbackOutcome, handleFeedback } from '../step/handle-feedback.js'
import { importLists, type ImportOutcome } from '../step/import-lists.js'
import { type Issued, issueCertificates } from '../step/issue-certificates.js'
import { judgeChildren } from '../step/judge-children.js'
import { type IdentityClaim, matchIdentities } from '../step/match-identities.js'
import { sealRecords } from '../step/seal-records.js'
import { sendRecords, type Sending } from '../step/send-records.js'
import { type Verified, verifyOffline } from '../step/verify-offline.js'
import { openFacilities, planDay, seedRegister } from './prepare.js'
import { at, moveClocks, type Say, type Stage } from './stage.js'
import { type FacilityStanding, standings } from './standings.js'
import type { Language } from '../show/words.js'

/** What the demo is run with. */
export interface DayInput {
  readonly truth: Truth
  readonly books: readonly Workbooks[]
  readonly out: string
  readonly language: Language
  readonly say: Say
  readonly progress: Stage['progress']
}

/** Everything that a day came to. */
export interface DayOutcome {
  readonly truth: Truth
  readonly imported: ImportOutcome
  readonly identities: readonly IdentityClaim[]
  readonly entries: readonly EntryFinding[]
  readonly sending: Sending
  readonly issued: readonly Issued[]
  readonly verified: Verified
  readonly feedback: FeedbackOutcome
  readonly rollUp: RollUp
  readonly standings: readonly FacilityStanding[]
}

async function tenSteps(stage: Stage, books: readonly Workbooks[]): Promise<DayOutcome> {
  const begin = (step: number) => stage.progress(`${step}/10`, step - 1, 10)
  begin(1)
  const imported = await importLists(stage, books)
  tellImport(stage, imported)
  begin(2)
  await judgeChildren(stage)
  begin(3)
  const identities = await matchIdentities(stage)
  begin(4)
  const entries = await giveDoses(stage)
  begin(5)
  await moveClocks(stage, '16:30')
  const signed = await sealRecords(stage)
  begin(6)
  const sending = await sendRecords(stage, signed)
  begin(7)
  await moveClocks(stage, '18:00')
  const issued = await issueCertificates(stage)
  begin(8)
  const verified = await verifyOffline(stage, issued)
  begin(9)
  const feedback = await handleFeedback(stage)
  begin(10)
  const rollUp = await closeDay(stage)
  return {
    truth: stage.truth,
    imported,
    identities,
    entries,
    sending,
    issued,
    verified,
    feedback,
    rollUp,
    standings: await standings(stage),
  }
}

function tellImport({ say }: Stage, one: ImportOutcome): void {
  const again =
    one.refused === 0 ? ['', ''] : [', sửa và nộp lần hai', ', put right and read again']
  say(
    1,
    `đọc ${one.lists} danh sách, ${one.rows} dòng; trả lại ${one.refused} dòng lỗi${again[0]}; ghi ${one.notes} ghi chú vào cột kết quả; gộp ${one.duplicates} dòng trùng`,
    `${one.lists} lists, ${one.rows} rows read; ${one.refused} refused${again[1]}; ${one.notes} notes written into the last column; ${one.duplicates} duplicates merged`,
  )
}

/** Runs the day on a platform that is up, and ends every process that it started. */
async function onPlatform(platform: Platform, input: DayInput): Promise<DayOutcome> {
  const { truth, say } = input
  const people = await seedRegister(platform, truth)
  await planDay(platform, truth)
  const facilities = await openFacilities({ ...input, platform })
  const stage: Stage = { ...input, platform, facilities }
  say(
    0,
    `nền tảng thử nghiệm ở ${platform.address}, CSDL dân cư có ${people} người; ${facilities.length} cơ sở tiêm, mỗi cơ sở một tiến trình`,
    `the sandbox listens on ${platform.address}, its register holds ${people} people; ${facilities.length} facilities, a process each`,
  )
  try {
    return await tenSteps(stage, input.books)
  } finally {
    await Promise.all(facilities.map(({ office }) => office.close().catch(() => undefined)))
  }
}

/** Runs the day, from the lists to the roll-up. */
export async function runDay(input: DayInput): Promise<DayOutcome> {
  input.progress('0/10', 0, 10)
  const url = process.env['DATABASE_URL']
  const database = url === undefined || url === '' ? undefined : await freshSchema(url)
  const opened = at(input.truth, '07:00')
  const platform = await startPlatform(join(input.out, 'platform'), opened, database)
  try {
    return await onPlatform(platform, input)
  } finally {
    await platform.stop()
  }
}
