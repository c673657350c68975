import { join } from 'node:path'
import { fromBase64, parseInstant } from '@tiemchung/core'
import type { Day, Ledger } from '@tiemchung/clinic'
import type { VerificationReport } from '@tiemchung/certificates'
import type { DayReport, IssuedCertificate, RollUp } from '@tiemchung/schemas/wire'
import { type Signer, softwareSigner } from '@tiemchung/signing'
import type { Workbooks } from '../generate/make-workbooks.js'
import type { Truth } from '../generate/truth.js'
import { addUp, faultsOf, type Row } from '../show/ledger-table.js'
import { type Language, word } from '../show/words.js'
import { issueAll, refuseThree, reasonOf, verifierKit, verifyAll } from './certificates.js'
import { closeDay } from './close.js'
import { openDesk, type OpenDesk } from './desk.js'
import { giveDoses } from './doses.js'
import { type FeedbackOutcome, handleFeedback } from './feedback.js'
import { correct, verify } from './identities.js'
import { type Imported, importLists, type ImportOutcome } from './import-lists.js'
import { type Platform, startPlatform } from './platform.js'
import { send, type Sending } from './send.js'
import type { Stage } from './stage.js'
import { verifyCertificate } from '@tiemchung/certificates'

/** What the demo is run with. */
export interface DayInput {
  readonly truth: Truth
  readonly books: readonly Workbooks[]
  readonly out: string
  readonly language: Language
  readonly say: Stage['say']
  readonly progress: Stage['progress']
}

/** Everything that a day came to. */
export interface DayOutcome {
  readonly truth: Truth
  readonly imported: ImportOutcome
  readonly rows: readonly Row[]
  readonly amendments: Ledger['amendments']
  readonly sending: Sending
  readonly certificates: readonly IssuedCertificate[]
  readonly reissued: number
  readonly verified: { readonly valid: number; readonly refused: number }
  readonly refusals: readonly { readonly what: string; readonly reason: string }[]
  readonly example: { readonly certificate: IssuedCertificate; readonly report: VerificationReport }
  readonly feedback: FeedbackOutcome
  readonly reports: readonly DayReport[]
  readonly rollUp: RollUp
  readonly faults: readonly string[]
}

const station = { code: '01234', canSign: true }
const outpost = { code: '01235', canSign: false }

/** The head of the station signs with the facility's test key. */
async function facilitySigner(platform: Platform): Promise<Signer> {
  const { facilities } = (await platform.open.get('/_sandbox/keys')) as {
    facilities: { facility: string; testKey: string; chain: string[] }[]
  }
  const key = facilities.find((one) => one.facility === station.code)
  if (key === undefined) throw new Error('the station has no key')
  return softwareSigner({
    privateKey: { pkcs8: fromBase64(key.testKey) },
    algorithm: 'ES256',
    chain: key.chain.map(fromBase64),
  })
}

async function seedRegister(platform: Platform, truth: Truth): Promise<void> {
  const people = truth.children.flatMap(({ registered }) =>
    registered === undefined
      ? []
      : [
          {
            number: registered.number ?? '',
            fullName: registered.fullName,
            birthDate: registered.birthDate,
            sex: registered.sex,
            unverifiable: registered.unverifiable,
          },
        ],
  )
  for (let start = 0; start < people.length; start += 1000) {
    await platform.open.post('/_sandbox/people', { body: people.slice(start, start + 1000) })
  }
}

/** A tally as people read it: `matched 823, no-number 49`. */
const tallyText = (tally: Readonly<Record<string, number>>): string =>
  Object.entries(tally)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')

const at = (truth: Truth, time: string): Date => parseInstant(`${truth.day}T${time}:00+07:00`)

/** Opens both facilities' days and puts their children on the lists. */
async function openDesks(
  stage: Stage,
  children: readonly Imported[],
  time: string,
): Promise<readonly OpenDesk[]> {
  const desks: OpenDesk[] = []
  for (const facility of [station, outpost]) {
    const http = stage.platform.as(`staff.${facility.code}`)
    const desk = await openDesk({
      out: stage.out,
      facility,
      date: stage.truth.day,
      at: at(stage.truth, time),
      http,
    })
    const own = children.filter((one) => one.facility === facility.code)
    await desk.day.list(own.map((one) => one.child))
    desks.push(desk)
  }
  return desks
}

async function morning(stage: Stage, desks: readonly OpenDesk[]): Promise<void> {
  for (const [index, { day }] of desks.entries()) {
    const facility = index === 0 ? station : outpost
    const assessed = await day.assess()
    const eligible = assessed.filter((one) => one.assessment?.status === 'eligible').length
    stage.say(
      '2',
      `${facility.code}: xét ${assessed.length} trẻ, ${eligible} trẻ đủ điều kiện hôm nay`,
      `${facility.code}: ${assessed.length} children judged, ${eligible} eligible today`,
    )
    const http = stage.platform.as(`staff.${facility.code}`)
    const officer = `staff.${facility.code}`
    const first = await verify(stage, day, http, officer)
    stage.say(
      '3',
      `${facility.code}: đối sánh ${tallyText(first)}`,
      `${facility.code}: matched against the register: ${tallyText(first)}`,
    )
    const fixed = await correct(stage, day, facility.code)
    const lists = fixed.handedOver.map((one) => `${one.to} ${one.unit}: ${one.cases}`)
    const again = await verify(stage, day, http, officer)
    const handed = lists.join(', ') || '–'
    stage.say(
      '3',
      `${facility.code}: chuyển giao ${handed}`,
      `${facility.code}: handed over ${handed}`,
    )
    stage.say(
      '3',
      `${facility.code}: sửa ${fixed.byStation} tại trạm, ${fixed.byPolice} bởi công an; đối sánh lại ${tallyText(again)}`,
      `${facility.code}: corrected ${fixed.byStation} at the station, ${fixed.byPolice} by the police; matched again: ${tallyText(again)}`,
    )
    const given = await giveDoses(stage, day, facility.code)
    stage.say(
      '4',
      `${facility.code}: đã tiêm và nhập ${given} mũi`,
      `${facility.code}: ${given} doses given and entered`,
    )
  }
}

/** The station signs and the outpost draws up minutes; stores are closed so that the sender can open them. */
async function evening(stage: Stage, desks: readonly OpenDesk[], signer: Signer): Promise<number> {
  const [first, second] = desks
  const signing = await first?.day.sign(signer)
  stage.say(
    '5',
    `${station.code}: ký ${signing?.signed ?? 0} bản ghi, ${signing?.failed.length ?? 0} lỗi`,
    `${station.code}: ${signing?.signed ?? 0} records signed, ${signing?.failed.length ?? 0} failed`,
  )
  const minutes = await second?.day.minute({
    ledBy: { role: 'facility-head', fullName: 'Trần Thị Mẫu' },
    parties: [
      { role: 'health-station', fullName: 'Lê Văn Mẫu' },
      { role: 'police', fullName: 'Phạm Quang Mẫu' },
      { role: 'residents-group', fullName: 'Vũ Thị Mẫu' },
    ],
  })
  const minuted = minutes?.records.length ?? 0
  stage.say(
    '5',
    `${outpost.code}: lập biên bản cho ${minuted} bản ghi`,
    `${outpost.code}: minutes over ${minuted} records`,
  )
  for (const { store } of desks) await store.close()
  return signing?.signed ?? 0
}

async function reopen(stage: Stage, time: string): Promise<readonly OpenDesk[]> {
  return openDesks(stage, [], time)
}

async function ledgersOf(desks: readonly OpenDesk[]): Promise<readonly Ledger[]> {
  return Promise.all(desks.map(({ day }) => day.ledger()))
}

/** Runs the day, from the lists to the roll-up. */
export async function runDay(input: DayInput): Promise<DayOutcome> {
  const { truth, out } = input
  const platform = await startPlatform(join(out, 'platform'), at(truth, '07:00'))
  const byKey = new Map(truth.children.map((child) => [child.key, child]))
  const child: Stage['child'] = (key) => {
    const found = byKey.get(key)
    if (found === undefined) throw new Error(`no child ${key}`)
    return found
  }
  const stage: Stage = { truth, child, platform, out, say: input.say, progress: input.progress }
  try {
    return await wholeDay(stage, input.books)
  } finally {
    await platform.stop()
  }
}

async function wholeDay(stage: Stage, books: readonly Workbooks[]): Promise<DayOutcome> {
  const { truth, platform, say } = stage
  await seedRegister(platform, truth)
  say(
    '0',
    `nền tảng thử nghiệm ở ${platform.address}, CSDL dân cư có ${truth.children.length} người`,
    `the sandbox listens on ${platform.address}, its register holds ${truth.children.length} people`,
  )
  const imported = await importLists(stage, books)
  say(
    '1',
    `đọc ${imported.rows} dòng, ghi lại ${imported.issues} ghi chú, gộp ${imported.duplicates} dòng trùng`,
    `${imported.rows} rows read, ${imported.issues} notes written back, ${imported.duplicates} duplicates merged`,
  )
  const desks = await openDesks(stage, imported.children, '07:30')
  await morning(stage, desks)
  const signer = await facilitySigner(platform)
  await platform.moveClock(at(truth, '16:30'))
  const signed = await evening(stage, desks, signer)
  const sending = await send(stage, station, at(truth, '16:40'), Math.floor(signed * 0.4))
  say(
    '6',
    `gửi qua ${sending.faultsMet} sự cố; bị ngắt sau ${sending.killedAfter} bản ghi, khởi động ${sending.starts} lần; nền tảng nhận ${sending.result.acknowledged}, còn chờ ${sending.result.waiting}`,
    `sent through ${sending.faultsMet} faults; killed after ${sending.killedAfter}, ${sending.starts} starts; ${sending.result.acknowledged} acknowledged, ${sending.result.waiting} waiting`,
  )
  await send(stage, outpost, at(truth, '16:45'), Number.POSITIVE_INFINITY)
  return night(stage, imported, sending, signer)
}

async function night(
  stage: Stage,
  imported: ImportOutcome,
  sending: Sending,
  signer: Signer,
): Promise<DayOutcome> {
  const { truth, platform, say } = stage
  await platform.moveClock(at(truth, '18:00'))
  const certificates = await issueAll(stage)
  say(
    '7',
    `cấp ${certificates.length} chứng nhận, cách một cái dùng PS256`,
    `${certificates.length} health certificates issued, every second one with PS256`,
  )
  const now = at(truth, '18:30')
  const kit = await verifierKit(stage, now)
  const verified = await verifyAll(certificates, kit, now)
  const [certificate] = certificates
  if (certificate === undefined || verified.example === undefined)
    throw new Error('nothing was issued')
  const refusals = [...(await refuseThree(certificate, kit, now))]
  say(
    '8',
    `kiểm tra ngoại tuyến từ mã QR: ${verified.valid} hợp lệ, ${verified.refused} bị từ chối`,
    `${verified.valid} valid, ${verified.refused} refused, offline from the text of the QR code`,
  )
  await platform.moveClock(at(truth, '18:40'))
  const desks = await reopen(stage, '18:40')
  const days = desks.map(({ day }) => day)
  let reissued: readonly IssuedCertificate[] = []
  const feedback = await handleFeedback(stage, days[0] as Day, signer, async (replaces) => {
    reissued = await issueAll(stage, replaces)
    return reissued
  })
  const later = await verifierKit(stage, now)
  for (const [what, one] of [
    ['revoked', feedback.oldCertificate],
    ['re-issued', feedback.newCertificate],
  ] as const) {
    const report = one && (await verifyCertificate(one.text, { ...later, at: at(truth, '18:59') }))
    if (report !== undefined)
      refusals.push({ what, reason: report.verdict === 'valid' ? 'valid' : reasonOf(report) })
  }
  say(
    '9',
    `hai phản ánh: ${feedback.approved.reference} được duyệt và sửa, ${feedback.rejected.reference} bị từ chối (${feedback.rejected.reason})`,
    `two reports: ${feedback.approved.reference} approved and put right, ${feedback.rejected.reference} rejected (${feedback.rejected.reason})`,
  )
  const { reports, rollUp } = await closeDay(stage, days)
  const states = (language: Language) =>
    rollUp.rows.map((row) => `${row.facility} ${word(row.state, language)}`).join(', ')
  say('10', `tổng hợp: ${states('vi')}`, `roll-up: ${states('en')}`)
  const ledgers = await ledgersOf(desks)
  for (const { store } of desks) await store.close()
  const rows = addUp(ledgers, certificates.length)
  const amendments = ledgers.reduce(
    (sum, ledger) => ({
      made: sum.made + ledger.amendments.made,
      signed: sum.signed + ledger.amendments.signed,
      acknowledged: sum.acknowledged + ledger.amendments.acknowledged,
    }),
    { made: 0, signed: 0, acknowledged: 0 },
  )
  return {
    truth,
    imported,
    rows,
    amendments,
    sending,
    certificates,
    reissued: reissued.length,
    verified,
    refusals,
    example: { certificate, report: verified.example },
    feedback,
    reports,
    rollUp,
    faults: faultsOf(rows),
  }
}
