import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { relationshipSchema } from '../person/guardian.js'
import { identityDocumentSchema } from '../person/identity-document.js'
import { sexSchema } from '../person/person.js'
import { phoneSchema } from '../person/phone.js'
import { productIdSchema } from '../record/dose.js'
import {
  civilDateSchema,
  instantSchema,
  lineSchema,
  partialDateSchema,
  uuidSchema,
} from '../text/primitive.js'
import { nameSchema } from '../text/name.js'
import { personal } from '../text/sensitive.js'

/** What is said to be wrong. The portal's own list was never published; these are ours, as data. */
export const feedbackTypeSchema = z.enum([
  'missing-dose',
  'wrong-dose-date',
  'wrong-product',
  'wrong-lot',
  'wrong-dose-number',
  'wrong-name',
  'wrong-birth-date',
  'wrong-sex',
  'wrong-identity-number',
  'duplicate-dose',
  'other',
])

/** The thirteen reasons of 9458/BYT-CNTT for which feedback is rejected, in its order. */
export const rejectionReasonSchema = z.enum([
  'screening-form-incomplete',
  'name-contradicts-certificate',
  'portrait-instead-of-certificate',
  'dose-number-differs',
  'birth-date-differs',
  'confirmation-incomplete',
  'personal-data-covered',
  'photo-unreadable',
  'vaccination-date-differs',
  'nothing-matches',
  'name-incomplete-or-without-diacritics',
  'product-differs',
  'personal-data-altered',
])

/** What a person says the data should be; only the fields that are reported. */
export const claimedDataSchema = z.strictObject({
  fullName: nameSchema.optional(),
  birthDate: personal(partialDateSchema).optional(),
  sex: sexSchema.optional(),
  identityDocument: identityDocumentSchema.optional(),
  doseNumber: z.int().min(1).max(9).optional(),
  doseDate: civilDateSchema.optional(),
  product: productIdSchema.optional(),
  lot: lineSchema(40).optional(),
})

/** A report by a citizen, or for a relative, that vaccination data is wrong or missing. */
export const feedbackRequestSchema = z.strictObject({
  format: z.literal('feedback/1'),
  /** Chosen by the sender before the first attempt. */
  id: uuidSchema,
  type: feedbackTypeSchema,
  reporter: z.strictObject({
    fullName: nameSchema,
    phone: phoneSchema,
    /** `self`, or who the reporter is to the person. */
    relationship: z.enum(['self', ...relationshipSchema.options]),
  }),
  person: z.strictObject({
    /** As it stands on record, which may be what is reported as wrong. */
    fullName: personal(lineSchema(100)),
    birthDate: personal(partialDateSchema),
    identityDocument: identityDocumentSchema.optional(),
  }),
  /** The record that is meant, when the reporter can name it. */
  recordId: uuidSchema.optional(),
  facility: facilityCodeSchema.optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  district: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  claimed: claimedDataSchema,
  note: personal(z.string().max(2000)).optional(),
})

/** Where an item stands. */
export const feedbackStateSchema = z.enum([
  'awaiting-code',
  'received',
  'in-review',
  'needs-information',
  'approved',
  'later',
  'rejected',
  'withdrawn',
  'resolved',
])

/** What can happen to an item. */
export const feedbackActionSchema = z.enum([
  'confirm',
  'attach',
  'supplement',
  'withdraw',
  'take',
  'pass-on',
  'ask',
  'approve',
  'postpone',
  'reject',
  'correct',
  'resolve',
])

/** A decision, the officer who made it and why. */
export const feedbackDecisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approved'), note: lineSchema(500).optional() }),
  z.strictObject({ outcome: z.literal('later'), note: lineSchema(500).optional() }),
  z.strictObject({ outcome: z.literal('rejected'), reason: rejectionReasonSchema }),
])

/** Who handles an item: those whom the annex of 9458/BYT-CNTT names, the ministry and the police. */
export const handlerSchema = z.strictObject({
  level: z.enum([
    'facility',
    'commune',
    'district',
    'provincial-cdc',
    'province',
    'ministry',
    'police',
  ]),
  /** Facility code, or the administrative code of the unit. */
  unit: z.string(),
})

/** What putting a record right consists of, in this order. */
export const correctionStepSchema = z.enum(['amended', 'matched', 'signed', 'reissued', 'revoked'])

/** A step that was done, and what it made; `not-needed` when there was nothing to do. */
export const correctionSchema = z.strictObject({
  step: correctionStepSchema,
  at: instantSchema,
  /** The amendment, or the certificate that was issued or revoked. */
  made: uuidSchema.optional(),
  outcome: z.enum(['done', 'not-needed']),
})

/** What a reporter adds after having reported. */
export const feedbackSupplementSchema = z.strictObject({
  at: instantSchema,
  note: personal(z.string().min(1).max(2000)).optional(),
  claimed: claimedDataSchema.optional(),
})

/** One step in the life of an item, for the audit. */
export const feedbackEventSchema = z.strictObject({
  at: instantSchema,
  action: feedbackActionSchema,
  /** The state that it led to. */
  state: feedbackStateSchema,
  /** Account of the officer; absent when the reporter or the system did it. */
  officer: lineSchema(60).optional(),
  decision: feedbackDecisionSchema.optional(),
  /** What the reporter was asked for. */
  asks: personal(lineSchema(500)).optional(),
  /** Where it went, when it was passed on or taken from a list. */
  handler: handlerSchema.optional(),
  step: correctionStepSchema.optional(),
})

/** A piece of evidence as the server knows it; the bytes travel apart. */
export const evidenceSchema = z.strictObject({
  id: uuidSchema,
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** An item as the server knows it. */
export const feedbackItemSchema = z.strictObject({
  id: uuidSchema,
  /** What the citizen is given to follow it by. */
  reference: z.string().regex(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/),
  request: feedbackRequestSchema,
  state: feedbackStateSchema,
  /** Who answers for it. */
  handler: handlerSchema,
  /** Who may take it from the daily list; absent once it is with its handler. */
  openTo: z.array(handlerSchema).optional(),
  receivedAt: instantSchema.optional(),
  /** 48 hours after it was recorded (9458/BYT-CNTT), by policy. */
  dueAt: instantSchema.optional(),
  evidence: z.array(evidenceSchema),
  supplements: z.array(feedbackSupplementSchema),
  decision: feedbackDecisionSchema.optional(),
  events: z.array(feedbackEventSchema),
  /** Grows with every change; a decision on an old revision is a conflict. */
  revision: z.int().min(0),
  /** The amendment that an approved item led to. */
  amendmentId: uuidSchema.optional(),
  /** Steps of the correction that are done. */
  correction: z.array(correctionSchema),
})

/** A value that {@link feedbackTypeSchema} has read. */
export type FeedbackType = z.infer<typeof feedbackTypeSchema>
/** A value that {@link rejectionReasonSchema} has read. */
export type RejectionReason = z.infer<typeof rejectionReasonSchema>
/** A value that {@link claimedDataSchema} has read. */
export type ClaimedData = z.infer<typeof claimedDataSchema>
/** A value that {@link feedbackRequestSchema} has read. */
export type FeedbackRequest = z.infer<typeof feedbackRequestSchema>
/** A value that {@link feedbackStateSchema} has read. */
export type FeedbackState = z.infer<typeof feedbackStateSchema>
/** A value that {@link feedbackDecisionSchema} has read. */
export type FeedbackDecision = z.infer<typeof feedbackDecisionSchema>
/** A value that {@link feedbackEventSchema} has read. */
export type FeedbackEvent = z.infer<typeof feedbackEventSchema>
/** A value that {@link feedbackItemSchema} has read. */
export type FeedbackItem = z.infer<typeof feedbackItemSchema>
/** A value that {@link feedbackActionSchema} has read. */
export type FeedbackAction = z.infer<typeof feedbackActionSchema>
/** A value that {@link feedbackSupplementSchema} has read. */
export type FeedbackSupplement = z.infer<typeof feedbackSupplementSchema>
/** A value that {@link correctionStepSchema} has read. */
export type CorrectionStep = z.infer<typeof correctionStepSchema>
/** A value that {@link correctionSchema} has read. */
export type Correction = z.infer<typeof correctionSchema>
/** A value that {@link handlerSchema} has read. */
export type Handler = z.infer<typeof handlerSchema>
/** A value that {@link evidenceSchema} has read. */
export type Evidence = z.infer<typeof evidenceSchema>
