/** The one importer of @peculiar/x509. Its polyfill must be loaded before it, hence the order. */
import 'reflect-metadata'
import * as peculiar from '@peculiar/x509'

export { peculiar }
