import * as z from 'zod'

/** Base64url without padding. */
const base64Url = z.string().regex(/^[\w-]+$/, { error: 'schema.jws' })

/** A compact JWS with its payload (RFC 7515 section 7.1). */
const compactJwsSchema = z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, { error: 'schema.jws' })

/**
 * A JWS in flattened JSON (RFC 7515 section 7.2.2) with its payload and, in the unprotected header, one member
 * of JAdES `etsiU`: the timestamp over the signature. Without a timestamp the compact form is the only one, so that
 * a signature has one text.
 */
export const timestampedJwsSchema = z.strictObject({
  payload: base64Url,
  protected: base64Url,
  header: z.strictObject({ etsiU: z.array(base64Url).length(1) }),
  signature: base64Url,
})

/** A JWS as it travels: compact, or flattened with a timestamp. Each a schema of its own, to be marked. */
export const jwsSchema = () =>
  z.union([compactJwsSchema, timestampedJwsSchema], { error: 'schema.jws' })

/** A value that {@link timestampedJwsSchema} has read. */
export type TimestampedJws = z.infer<typeof timestampedJwsSchema>
