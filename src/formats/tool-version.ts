/** Version of this tool, as written into files. A test compares it with package.json. */
export const toolVersion = '0.2.0';
