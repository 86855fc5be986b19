// Generated from haiilo-keys.json by scripts/generate/haiilo-keys.mjs. Do not edit.
import type { JWK } from 'jose'

/** Verification key of staging tenants, `https://*.coyostaging.com`. RFC 7638 thumbprint PhU7FyWUeLOOO64xUXBypb-igInZ8HBl13a6TNJFj7M. */
export const stagingKey: JWK = {
  kty: 'RSA',
  e: 'AQAB',
  n: 'wk_n-oxXDFUrBKpZsicqAF7ECC_FBjXjY9btUmewaKN09JMZ7kpXoh1SMPmtphlMhwsaqWmr9bRXu2d65prGdA8gkoCCjzjR7YpDGdr4OTWBfxzvgJG8-5gMa-DRfyZjC__64oz1jAKXcetT10I38-zmZeFNFp82RFaHNmgcnY7qt_FdWY-4JUFKvQLwXn8pYBougEEHVQW1BPmJbxiHBbe0L0T9-qVHZEWzm39_EyhK2wPDrC4Y6j4Deb70K5zHnRFRgcLTw9TUGvf2l4QjIL-U_pF8CneIKi-vUHgOr1Kv0a0kik59omV_7QBQDa9ZutRAGgWcb-sOr6b8Qeay_lpZRHTmiHORLQPJrF-j8jeaDEK9wm5SmtsjD-UGHEGlEtnHV9XPI6dYgta7kR33JDCyJcGA2ba6KrETVnToMw5qJoT2WxS4xBfMkVK-k-NdQ4pmgrwEg0lphdylrKUct_1HcmtBNKVTlzbwfpj0vvFqWFRf4lD9i5aZabkHQY82kp21k-hl5zk7htTHq63Khf3NVzU9EzEW56njRkxN6XsapN-afCLlNRK3StbCYod5Y3vhqfyuxZSinb-HKcL5AsoxqmsHEsWZa5N724KWyS7J5vqDymKsQGxFFXDbiAVUgu5_6BjccMevj7RLkGhXqDHOp8jZ4mUjZgxCwJ1LziM',
}
