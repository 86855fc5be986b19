/** An address among the vendor's key documents; the specs serve the simulated host's there. */
export const VENDOR_KEY_DOCUMENT = 'https://certificates.plugins.coyoapp.com/certificate/simulator.jwk.json'
