export { type CborLimits, decodeCbor, decodeDeterministicCbor } from './decode.js'
export { encodeCbor } from './encode.js'
export {
  type CborFault,
  type CborOptions,
  type CborReading,
  type RefuseCbor,
  readCbor,
} from './read.js'
export {
  CborFloat,
  type CborKey,
  type CborMap,
  CborSimple,
  CborTag,
  type CborValue,
  isCborMap,
} from './value.js'
export { type RefuseValue, writeCbor } from './write.js'
