export { deprecatedEuProducts, type Product, products } from './catalogue.js'
export { findProduct } from './find-product.js'
