import { JwkStore, PluginAdapter } from '@coyoapp/plugin-adapter'

const adapter = new PluginAdapter()
// for tenants without a built-in key: fetches the key document at `jku`, here from the local machine and without TLS
JwkStore.getInstance().addHost(ISSUER)
void adapter.init().then(({ claims }) => finish(claims))
