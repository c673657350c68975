import { nameFaults } from './name-faults.js'
import { lineSchema } from './primitive.js'
import { personal } from './sensitive.js'

/**
 * The name of a person, at most 100 characters: one line in NFC, Latin letters with their marks, single
 * blanks. Every fault of {@link nameFaults} is an issue of its own.
 */
export const nameSchema = personal(
  lineSchema(100).superRefine((text, context) => {
    for (const message of nameFaults(text)) context.addIssue({ code: 'custom', message })
  }),
)
