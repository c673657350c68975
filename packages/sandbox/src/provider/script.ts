import * as z from 'zod'

/** How the simulated signing providers behave, and what the person at the phone does. */
export const providerScriptSchema = z.strictObject({
  /** `waits`: nothing happens until somebody decides by `decide`, or the time is over. */
  person: z.enum(['confirms', 'refuses', 'waits', 'key-fails', 'sign-fails']).default('confirms'),
  /** How often a transaction is asked about before the person acts. */
  afterPolls: z.int().min(0).default(1),
  /** The person acts after this time even when nobody asks. */
  afterMs: z.int().min(0).max(60_000).optional(),
  /** How long a transaction can be confirmed. Read of VNPT SmartCA: about five minutes. */
  confirmSeconds: z.int().min(1).max(3600).default(300),
  /** The most hashes of one call. Read of VNPT SmartCA: 50. */
  hashLimit: z.int().min(1).default(50),
  /** Signatures that are left in the package that was bought. Default: any number. */
  quota: z.int().min(0).optional(),
  /** The order of the signatures in an answer. */
  order: z.enum(['asked', 'reversed']).default('asked'),
  count: z.enum(['right', 'one-less', 'one-more']).default('right'),
  /** `wrong-hash`: sound signatures over something else. */
  signs: z.enum(['right', 'wrong-hash']).default('right'),
  /** ECDSA signatures: an ASN.1 sequence, or `r||s`. */
  encoding: z.enum(['der', 'raw']).default('der'),
  /** A transaction id that comes again is answered with what it began, refused, or begins another. */
  repeats: z.enum(['answered', 'refused', 'begun']).default('answered'),
  tokenSeconds: z.int().min(1).max(86_400).default(3600),
  /** Where results are sent. On this machine only: a sandbox calls nobody else. */
  callback: z
    .url()
    .refine((text) => /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(text))
    .optional(),
  callbacks: z.enum(['once', 'twice', 'lost']).default('once'),
})

/** How the providers behave, with the defaults filled in. */
export type ProviderScript = z.output<typeof providerScriptSchema>
/** How the providers are to behave. */
export type ProviderScriptInput = z.input<typeof providerScriptSchema>
