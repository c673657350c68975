/** The policy document for software in other languages. */
export { eligibilityPolicyJsonSchema } from './json-schema.js'
