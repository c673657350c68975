export { type DeprecatedCode, deprecatedCodes, type Product, products } from './catalogue.js'
export { findProduct, productsNamed } from './find-product.js'
