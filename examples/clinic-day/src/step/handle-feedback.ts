/**
 * Step 9: two parents report. A wrong sex is approved: the register is put right, the record amended,
 * matched, signed and sent again, the certificate re-issued and the old one revoked; the platform enters each
 * step by itself, and the parent sees it. A date that the paper contradicts is rejected with its reason.
 */
import {
  parseCivilDate,
  parsePartialDate,
  systemClock,
  systemRandom,
  uuidv7,
} from '@tiemchung/core'
import { citizenClient, staffClient } from '@tiemchung/feedback'
import { type CorrectionView, correctionOf, feedbackPolicy9458 } from '@tiemchung/feedback/rules'
import type { FeedbackItem, FeedbackRequest } from '@tiemchung/schemas'
import {
  type IssuedCertificate,
  issuedCertificateSchema,
  pageSchema,
} from '@tiemchung/schemas/wire'
import type { Amended, RecordOfChild } from '../facility/calls.js'
import { everybody, type TrueChild } from '../generate/truth.js'
import { at, facilityOf, moveClocks, type Stage } from '../day/stage.js'
import { type Issued, issueAll } from './issue-certificates.js'
import { equipVerifier } from './verifier.js'
import { type Trial, tryOne } from './verify-offline.js'

const newId = () => uuidv7({ clock: systemClock, random: systemRandom })

/** A photo of one grey point: a real JPEG, small enough to stand here. */
const photo = Uint8Array.from(
  atob(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=',
  ),
  (letter) => letter.charCodeAt(0),
)

/** The rejection of the second report: one of the thirteen reasons of 9458/BYT-CNTT. */
const rejection = 'vaccination-date-differs'

/** A child whose parent reports, and its record. */
interface Reporting {
  readonly child: TrueChild
  readonly record: RecordOfChild
}

/** What handling the reports came to; nothing where no parent of this run reports. */
export interface FeedbackOutcome {
  readonly approved?: {
    readonly reference: string
    readonly handler: string
    /** What the parent sees at the end of the day. */
    readonly state: FeedbackItem['state']
    readonly steps: readonly CorrectionView[]
  }
  readonly rejected?: { readonly reference: string; readonly reason: string }
  readonly amended: readonly Amended[]
  readonly reissued: readonly Issued[]
  /** Certificates that were revoked with the re-issue, by id. */
  readonly revoked: readonly string[]
  readonly trials: readonly Trial[]
}

async function reportingOf(
  stage: Stage,
  kind: NonNullable<TrueChild['feedback']>,
): Promise<Reporting | undefined> {
  const child = everybody(stage.truth).find((one) => one.feedback === kind)
  if (child === undefined) return undefined
  const record = await facilityOf(stage, child.facility).office.ask('recordOf', child.key)
  return record === null ? undefined : { child, record }
}

function requestFor({ child, record }: Reporting): FeedbackRequest {
  const wrongSex = child.feedback === 'wrong-sex'
  return {
    format: 'feedback/1',
    id: newId(),
    type: wrongSex ? 'wrong-sex' : 'wrong-dose-date',
    reporter: {
      fullName: child.guardian?.fullName ?? '',
      phone: child.guardian?.phone ?? '',
      relationship: child.guardian?.relationship === 'mother' ? 'mother' : 'father',
    },
    person: { fullName: record.fullName, birthDate: parsePartialDate(record.birthDate) },
    recordId: record.recordId as FeedbackRequest['id'],
    facility: child.facility,
    claimed: wrongSex
      ? { sex: child.facts.sex }
      : { doseDate: parseCivilDate('2022-05-18'), doseNumber: record.doseNumber },
  }
}

/** The parent reports, attaches a photo, confirms with the one-time code. */
async function report(stage: Stage, request: FeedbackRequest): Promise<FeedbackItem> {
  const citizen = citizenClient({ http: stage.platform.open })
  const { phone } = request.reporter
  const { id, reference } = await citizen.submit(request)
  await citizen.attach({ id, reference, phone }, newId(), photo)
  const code = await stage.platform.codeFor({ phone })
  return citizen.confirm(request.id, code)
}

async function certificateOf(
  stage: Stage,
  recordId: string,
): Promise<IssuedCertificate | undefined> {
  const { items } = await stage.platform.as('central-signer').get('/v1/certificates', {
    query: { recordId },
    schema: pageSchema(issuedCertificateSchema),
  })
  return items[0]
}

/** The police of the child's commune put the sex in the register right. */
async function correctSex({ platform }: Stage, child: TrueChild): Promise<void> {
  const id = newId()
  const officer = `police.${child.commune}`
  await platform.as(officer).put(`/v1/register/corrections/${id}`, {
    body: { id, number: child.facts.number, sex: child.facts.sex, officer },
    idempotencyKey: id,
  })
}

/** From the approved report to the new certificate. */
async function putRight(stage: Stage, { child, record }: Reporting): Promise<FeedbackOutcome> {
  const item = await report(stage, requestFor({ child, record }))
  const staff = staffClient({ http: stage.platform.as(`head.${child.facility}`) })
  const approved = await staff.decide(await staff.take(item), { outcome: 'approved' })
  await correctSex(stage, child)
  const { office } = facilityOf(stage, child.facility)
  const amended = await office.ask('amendSex', { key: child.key, feedbackId: approved.id })
  const old = await certificateOf(stage, record.recordId)
  const replaces = new Map(old === undefined ? [] : [[amended.amendmentId, old.id]])
  const reissued = await issueAll(stage, replaces)
  const { level, unit } = item.handler
  const { id, reference } = item
  const phone = child.guardian?.phone ?? ''
  const seen = await citizenClient({ http: stage.platform.open }).follow({ id, reference, phone })
  return {
    approved: {
      reference,
      handler: `${level} ${unit}`,
      state: seen.state,
      steps: correctionOf(seen),
    },
    amended: [amended],
    reissued,
    revoked: [...replaces.values()],
    trials: await lookAgain(stage, old, reissued),
  }
}

/** With today's lists the old certificate is refused and the new one valid. */
async function lookAgain(
  stage: Stage,
  old: IssuedCertificate | undefined,
  reissued: readonly Issued[],
): Promise<readonly Trial[]> {
  const verifier = await equipVerifier(stage, at(stage.truth, '19:00'))
  const trials: Trial[] = []
  if (old !== undefined) trials.push(await tryOne('revoked', old.text, verifier))
  for (const { certificate } of reissued) {
    trials.push(await tryOne('re-issued', certificate.text, verifier))
  }
  return trials
}

async function reject(stage: Stage, reporting: Reporting): Promise<FeedbackOutcome['rejected']> {
  const item = await report(stage, requestFor(reporting))
  const staff = staffClient({ http: stage.platform.as(`head.${reporting.child.facility}`) })
  await staff.decide(await staff.take(item), { outcome: 'rejected', reason: rejection })
  return { reference: item.reference, reason: rejection }
}

export async function handleFeedback(stage: Stage): Promise<FeedbackOutcome> {
  await moveClocks(stage, '18:45')
  const sex = await reportingOf(stage, 'wrong-sex')
  const date = await reportingOf(stage, 'wrong-date')
  const nothing = { amended: [], reissued: [], revoked: [], trials: [] }
  const outcome = sex === undefined ? nothing : await putRight(stage, sex)
  const rejected = date === undefined ? undefined : await reject(stage, date)
  const whole: FeedbackOutcome = { ...outcome, ...(rejected === undefined ? {} : { rejected }) }
  tell(stage, whole)
  return whole
}

function tell({ say }: Stage, { approved, rejected, reissued, revoked }: FeedbackOutcome): void {
  if (approved !== undefined) {
    say(
      9,
      `phản ánh ${approved.reference} (sai giới tính) chuyển ${approved.handler}: duyệt, sửa đổi, ký lại; cấp lại ${reissued.length}, thu hồi ${revoked.length}`,
      `report ${approved.reference} (wrong sex) routed to ${approved.handler}: approved, amended, signed again; ${reissued.length} re-issued, ${revoked.length} revoked`,
    )
    const steps = approved.steps.map(({ step, stands }) => `${step} ${stands}`).join(', ')
    say(
      9,
      `phụ huynh tra cứu ${approved.reference}: ${approved.state}; ${steps}`,
      `the parent follows ${approved.reference}: ${approved.state}; ${steps}`,
    )
  }
  if (rejected !== undefined) {
    const says = feedbackPolicy9458.rejections.find(
      ({ reason }) => reason === rejected.reason,
    )?.says
    say(
      9,
      `phản ánh ${rejected.reference} (sai ngày tiêm) bị từ chối: ${says?.vi ?? rejected.reason}`,
      `report ${rejected.reference} (wrong dose date) rejected: ${says?.en ?? rejected.reason}`,
    )
  }
}
