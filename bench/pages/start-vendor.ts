import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

const adapter = new PluginAdapter()
// adds the key through the public API of the adapter's key store, so that it is treated as built in and nothing is fetched
JwkStore.getInstance().addJwk(/^http:\/\/localhost:/, {
  alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } },
  key: KEY,
})
void adapter.init().then(({ claims }) => finish(claims))
