import * as z from 'zod'
import { facilityCodeSchema } from '../facility/facility.js'
import { civilDateSchema, instantSchema, sha256Schema, uuidSchema } from '../text/primitive.js'
import { nameSchema } from '../text/name.js'
import { personal } from '../text/sensitive.js'
import { jwsSchema } from './jws.js'

/**
 * A signed record on its way to the platform: `PUT /v1/records/{recordId}`.
 *
 * `jws` is a JWS whose payload is the record's canonical JSON (RFC 8785) and whose protected header carries the
 * signer's chain (`x5c`): compact, or in flattened JSON where it has a timestamp (JAdES B-T).
 */
export const signedRecordSchema = z.strictObject({
  format: z.literal('signed-record/1'),
  recordId: uuidSchema,
  facility: facilityCodeSchema,
  jws: personal(jwsSchema()),
})

/** A facility's signature over the Merkle root of its records of a day. */
export const daySealSchema = z.strictObject({
  format: z.literal('day-seal/1'),
  facility: facilityCodeSchema,
  date: civilDateSchema,
  jws: jwsSchema(),
})

/** That one record is under a day seal. */
export const sealProofSchema = z.strictObject({
  format: z.literal('seal-proof/1'),
  /** SHA-256 of the seal's JWS in compact form, whether it has a timestamp or not. */
  seal: sha256Schema,
  recordId: uuidSchema,
  index: z.int().min(0),
  /** From the leaf's sibling up to the root's child. */
  hashes: z.array(sha256Schema).max(53),
})

/**
 * A record under a day seal, on its way to the platform by the same route as a signed one. `record` is its
 * canonical JSON (RFC 8785): of these bytes the seal holds.
 */
export const sealedRecordSchema = z.strictObject({
  format: z.literal('sealed-record/1'),
  recordId: uuidSchema,
  facility: facilityCodeSchema,
  record: personal(z.string()),
  proof: sealProofSchema,
  seal: daySealSchema,
})

/** The platform's receipt. The same submission sent twice gets the same receipt. */
export const receiptSchema = z.strictObject({
  recordId: uuidSchema,
  serverId: uuidSchema,
  receivedAt: instantSchema,
  /**
   * SHA-256 of the JWS as received: of a compact one itself, of a flattened one its canonical JSON (RFC 8785). Where
   * the record has none of its own, of the record's canonical JSON.
   */
  hash: sha256Schema,
})

/**
 * Minutes (biên bản) that stand in for a signature while a facility has no signing certificate: led by
 * its head, or by the chair of the commune's People's Committee, among the parties (9438/BYT-CNTT).
 */
export const minutesSchema = z.strictObject({
  format: z.literal('minutes/1'),
  id: uuidSchema,
  facility: facilityCodeSchema,
  date: civilDateSchema,
  ledBy: z.strictObject({
    role: z.enum(['facility-head', 'commune-chair']),
    fullName: nameSchema,
  }),
  parties: z
    .array(
      z.strictObject({
        role: z.enum(['health-station', 'police', 'school', 'residents-group']),
        fullName: nameSchema,
      }),
    )
    .min(1),
  records: z.array(z.strictObject({ recordId: uuidSchema, hash: sha256Schema })).min(1),
  concludedAt: instantSchema,
})

/** Unsigned records that minutes vouch for: `PUT /v1/minutes/{id}`. */
export const minutedRecordsSchema = z.strictObject({
  minutes: minutesSchema,
  /** Canonical JSON of each record, in the order of the minutes. */
  records: z.array(personal(z.string())).min(1),
})

/** A value that {@link signedRecordSchema} has read. */
export type SignedRecord = z.infer<typeof signedRecordSchema>
/** A value that {@link sealedRecordSchema} has read. */
export type SealedRecordDocument = z.infer<typeof sealedRecordSchema>
/** A value that {@link receiptSchema} has read. */
export type Receipt = z.infer<typeof receiptSchema>
/** A value that {@link minutesSchema} has read. */
export type Minutes = z.infer<typeof minutesSchema>
/** A value that {@link minutedRecordsSchema} has read. */
export type MinutedRecords = z.infer<typeof minutedRecordsSchema>
