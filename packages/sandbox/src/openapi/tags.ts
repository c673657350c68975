/** The parts of the API, in the order in which a day meets them. */
export const tags = {
  sessions: 'Logging in with password and one-time code, and staying logged in.',
  identity: 'Questions to the population register, and what the police correct in it.',
  records: 'Signed dose records, their amendments, and records that minutes vouch for.',
  'facility-certificates':
    'Signing certificates of facilities, their revocation lists, and the register of signers.',
  certificates: 'Health certificates, and the two lists that verifiers load.',
  feedback: 'Reports of wrong data by citizens, and how their units handle them.',
  audit: 'What was written on the platform, and by which account.',
  day: "Facilities, their plans and reports, and a district's roll-up.",
} as const

export type Tag = keyof typeof tags
