/** A URL on the vendor's key server. The specs serve the key document of the simulated host there. */
export const VENDOR_KEY_DOCUMENT = 'https://certificates.plugins.coyoapp.com/certificate/simulator.jwk.json'
