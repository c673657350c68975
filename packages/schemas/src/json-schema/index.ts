export { type JsonSchemaName, jsonSchemaNames, jsonSchemaOf } from './json-schema.js'
