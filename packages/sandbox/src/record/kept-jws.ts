/** A record's JWS in the database: the compact text, and beside it what nobody signed. */
import type { SignedRecord, TimestampedJws } from '@tiemchung/schemas/wire'

/** The columns that hold a JWS. */
export interface KeptJws {
  readonly jws: string | null
  /** The unprotected header with the timestamp; null of a compact JWS. */
  readonly unsigned_header: TimestampedJws['header'] | null
}

/** A JWS as it is kept. */
export function columnsOf(jws: SignedRecord['jws'] | null) {
  if (jws === null || typeof jws === 'string') return { compact: jws, header: null }
  const compact = `${jws.protected}.${jws.payload}.${jws.signature}`
  return { compact, header: jws.header }
}

/** A JWS as it was handed in; null when the record has none of its own. */
export function jwsOf({ jws, unsigned_header: header }: KeptJws): SignedRecord['jws'] | null {
  if (jws === null || header === null) return jws
  const [head = '', payload = '', signature = ''] = jws.split('.')
  return { payload, protected: head, header, signature }
}
