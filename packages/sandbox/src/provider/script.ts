import * as z from 'zod'

/** How the simulated signing providers behave, and what the person at the phone does. */
export interface ProviderScript {
  /** Default `confirms`. `waits`: nothing happens until somebody decides by `decide`, or the time is over. */
  readonly person: 'confirms' | 'refuses' | 'waits' | 'key-fails' | 'sign-fails'
  /** How often a transaction is asked about before the person acts. Default 1. */
  readonly afterPolls: number
  /** The person acts after this time even when nobody asks; at most a minute. */
  readonly afterMs?: number | undefined
  /** How long a transaction can be confirmed. Default 300: read of VNPT SmartCA, about five minutes. */
  readonly confirmSeconds: number
  /** The most hashes of one call. Default 50, read of VNPT SmartCA. */
  readonly hashLimit: number
  /** Signatures that are left in the package that was bought. Default: any number. */
  readonly quota?: number | undefined
  /** The order of the signatures in an answer. Default `asked`. */
  readonly order: 'asked' | 'reversed'
  /** Default `right`. */
  readonly count: 'right' | 'one-less' | 'one-more'
  /** Default `right`. `wrong-hash`: sound signatures over something else. */
  readonly signs: 'right' | 'wrong-hash'
  /** ECDSA signatures: an ASN.1 sequence, or `r||s`. Default `der`. */
  readonly encoding: 'der' | 'raw'
  /** A transaction id that comes again is answered with what it began (the default), refused, or begins another. */
  readonly repeats: 'answered' | 'refused' | 'begun'
  /** Default 3600. */
  readonly tokenSeconds: number
  /** After so many calls a token is no longer taken, as in the middle of a batch. Default: by its time alone. */
  readonly tokenCalls?: number | undefined
  /** How a token that is not taken is told: by status 401 (the default), or in the body of an answer with 200. */
  readonly tokenErrors: 'status' | 'body'
  /** Where results are sent. On this machine only: a sandbox calls nobody else. */
  readonly callback?: string | undefined
  /** Default `once`. */
  readonly callbacks: 'once' | 'twice' | 'lost'
}

/** How the providers are to behave; what is left out is the default. */
export type ProviderScriptInput = {
  readonly [Key in keyof ProviderScript]?: ProviderScript[Key] | undefined
}

export const providerScriptSchema: z.ZodType<ProviderScript, ProviderScriptInput> = z.strictObject({
  person: z.enum(['confirms', 'refuses', 'waits', 'key-fails', 'sign-fails']).default('confirms'),
  afterPolls: z.int().min(0).default(1),
  afterMs: z.int().min(0).max(60_000).optional(),
  confirmSeconds: z.int().min(1).max(3600).default(300),
  hashLimit: z.int().min(1).default(50),
  quota: z.int().min(0).optional(),
  order: z.enum(['asked', 'reversed']).default('asked'),
  count: z.enum(['right', 'one-less', 'one-more']).default('right'),
  signs: z.enum(['right', 'wrong-hash']).default('right'),
  encoding: z.enum(['der', 'raw']).default('der'),
  repeats: z.enum(['answered', 'refused', 'begun']).default('answered'),
  tokenSeconds: z.int().min(1).max(86_400).default(3600),
  tokenCalls: z.int().min(0).optional(),
  tokenErrors: z.enum(['status', 'body']).default('status'),
  callback: z
    .url()
    .refine((text) => /^http:\/\/(127\.0\.0\.1|localhost)(:|\/|$)/.test(text))
    .optional(),
  callbacks: z.enum(['once', 'twice', 'lost']).default('once'),
})
