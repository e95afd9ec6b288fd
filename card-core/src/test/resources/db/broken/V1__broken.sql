CREATE TABLE broken (n nosuchtype);
