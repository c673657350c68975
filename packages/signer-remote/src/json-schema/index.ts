/** The profile of a provider for software in other languages. */
export { providerProfileJsonSchema } from './json-schema.js'
