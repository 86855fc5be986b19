export { storeContract, type StoreContractCase, type StoreConnections } from './store-contract.js'
