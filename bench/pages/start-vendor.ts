import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

const adapter = new PluginAdapter()
// its own store, by its own door: the key counts as built in, and nothing has to be fetched
JwkStore.getInstance().addJwk(/^http:\/\/localhost:/, {
  alg: { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-512' } },
  key: KEY,
})
void adapter.init().then(({ claims }) => finish(claims))
