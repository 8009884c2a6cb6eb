/** Version that files name as the one of the tool that wrote them; a test holds it to package.json. */
export const toolVersion = '0.2.0';
