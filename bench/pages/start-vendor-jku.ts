import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

const adapter = new PluginAdapter()
// for tenants without a built-in key: the document of `jku`, here from this very machine and without TLS
JwkStore.getInstance().addHost(ISSUER)
void adapter.init().then(({ claims }) => finish(claims))
