export {
  declarationPath,
  writeDeclaration,
  type DeclarationState,
  type WriteDeclarationOptions,
} from './write-declaration.js'
